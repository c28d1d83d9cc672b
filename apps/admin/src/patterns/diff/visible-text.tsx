import { Fragment } from 'react';
import classes from './diff.module.css';
import { visibleParts } from './hidden-characters';

/** A text of a stranger: text alone, never markup, with hidden characters shown by their code points. */
export function VisibleText({ children }: { children: string }) {
  return visibleParts(children).map(({ text, hidden }, at) =>
    hidden ? (
      <span key={at} className={classes['hidden']}>
        {text}
      </span>
    ) : (
      <Fragment key={at}>{text}</Fragment>
    ),
  );
}
