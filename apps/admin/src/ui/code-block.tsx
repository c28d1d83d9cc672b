import { CopyIcon } from './copy-button';
import classes from './code-block.module.css';
import { uiText } from './ui.text';

interface CodeBlockProps {
  text: string;
  /** Names the block for screen readers and its copy button. */
  label?: string;
  wrap?: boolean;
  onCopied?: () => void;
}

/** Text to be copied as it stands. Scrolls by keyboard. */
export function CodeBlock({ text, label = uiText.code, wrap = false, onCopied }: CodeBlockProps) {
  return (
    <div className={classes['block']}>
      <pre className={`${classes['text']} ${wrap ? classes['wrap'] : ''}`} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <div className={classes['copy']}>
        <CopyIcon value={text} what={label} {...(onCopied ? { onCopied } : {})} />
      </div>
    </div>
  );
}
