import { Injectable } from '@nestjs/common';
import type { ExplainHidden } from '@mcpnest/gateway-core';

/** Where the gateway core asks why a tool is hidden. Whoever answers needs the core itself, and so takes its place here later. */
@Injectable()
export class ExplanationSlot {
  private answerer: ExplainHidden | undefined;

  readonly explain: ExplainHidden = (principal, slug, asked) => this.answerer?.(principal, slug, asked) ?? Promise.resolve(undefined);

  fill(answerer: ExplainHidden): void {
    this.answerer = answerer;
  }
}
