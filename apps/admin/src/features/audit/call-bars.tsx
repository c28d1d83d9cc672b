import type { CallHistogram } from '@mcpnest/api-client';
import { useState, type KeyboardEvent } from 'react';
import { formatDateTime, formatNumber } from '../../lib/format';
import { auditText } from './audit.text';
import classes from './call-bars.module.css';
import { outcomeColor, OUTCOME_ORDER } from './outcome-badge';

const text = auditText.bars;

interface CallBarsProps {
  histogram: CallHistogram;
  /** Narrows to a stretch of time: one bar that was chosen, or all that were drawn over. */
  onRange: (from: string, to: string) => void;
}

type Bar = CallHistogram['bars'][number];

function Parts({ bar, most }: { bar: Bar; most: number }) {
  return OUTCOME_ORDER.filter((outcome) => bar.outcomes[outcome]).map((outcome) => (
    <span
      key={outcome}
      className={classes['part']}
      style={{
        height: `${(100 * (bar.outcomes[outcome] ?? 0)) / most}%`,
        background: `var(--mantine-color-${outcomeColor(outcome)}-filled)`,
      }}
    />
  ));
}

/** Calls over time, by outcome. Draw over bars, or choose one, to look closer; arrow keys walk along. */
export function CallBars({ histogram: { bars, calls, from, to }, onRange }: CallBarsProps) {
  const [drawn, setDrawn] = useState<readonly [number, number] | null>(null);
  const [current, setCurrent] = useState(0);
  const most = Math.max(1, ...bars.map((bar) => bar.calls));
  const [first, last] = drawn ? [Math.min(...drawn), Math.max(...drawn)] : [-1, -2];
  const choose = (one: number, other: number) => {
    const [start, end] = [bars[Math.min(one, other)], bars[Math.max(one, other)]];
    if (start && end) onRange(start.from, end.to);
  };
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(bars.length - 1, Math.max(0, current + step));
    setCurrent(next);
    (event.currentTarget.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div>
      <div
        className={classes['bars']}
        role="group"
        aria-label={text.label(calls)}
        onKeyDown={walk}
        onPointerLeave={() => setDrawn(null)}
        onPointerUp={() => {
          if (drawn && drawn[0] !== drawn[1]) choose(...drawn);
          setDrawn(null);
        }}
      >
        {bars.map((bar, at) => (
          <button
            key={bar.from}
            type="button"
            className={classes['bar']}
            tabIndex={at === current ? 0 : -1}
            data-chosen={(at >= first && at <= last) || undefined}
            aria-label={text.bar(formatDateTime(bar.from), bar.calls)}
            title={text.bar(formatDateTime(bar.from), bar.calls)}
            onFocus={() => setCurrent(at)}
            onPointerDown={() => setDrawn([at, at])}
            onPointerMove={() => setDrawn((before) => (before && before[1] !== at ? [before[0], at] : before))}
            onClick={() => choose(at, at)}
          >
            <Parts bar={bar} most={most} />
          </button>
        ))}
      </div>
      <div className={classes['axis']}>
        <span>{formatDateTime(from)}</span>
        <span>{text.most(formatNumber(most))}</span>
        <span>{formatDateTime(to)}</span>
      </div>
    </div>
  );
}
