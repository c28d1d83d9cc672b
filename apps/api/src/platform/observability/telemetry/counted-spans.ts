import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';
import type { ExportOutcomes } from './export-outcomes.js';

/** Spans that wait at most; then new ones are dropped. */
export const SPANS_WAITING_MAX = 4_096;
const SAMPLED = 1;

/** Stands before the gathering of spans and behind it, so that every span is counted: exported, failed or dropped. */
export class CountedSpans implements SpanProcessor, SpanExporter {
  dropped = 0;
  private waiting = 0;
  private inner: SpanProcessor | undefined;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly outcomes: ExportOutcomes,
  ) {}

  /** @param gather makes what gathers spans for an exporter. @returns itself */
  before(gather: (exporter: SpanExporter) => SpanProcessor): this {
    this.inner = gather(this);
    return this;
  }

  onStart(): void {
    // Nothing is known yet.
  }

  onEnd(span: ReadableSpan): void {
    if ((span.spanContext().traceFlags & SAMPLED) === 0) return;
    if (this.waiting >= SPANS_WAITING_MAX) {
      this.dropped++;
      return;
    }
    this.waiting++;
    this.inner?.onEnd(span);
  }

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    this.exporter.export(spans, (result) => {
      this.waiting -= spans.length;
      this.outcomes.note(spans.length, result.code === 0);
      done(result);
    });
  }

  async forceFlush(): Promise<void> {
    await this.inner?.forceFlush();
  }

  /** Asked by the provider it ends the gathering, which asks it as its exporter. */
  async shutdown(): Promise<void> {
    const { inner } = this;
    this.inner = undefined;
    await (inner ?? this.exporter).shutdown();
  }
}
