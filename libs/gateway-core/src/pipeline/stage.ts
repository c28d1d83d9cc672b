import { Reply } from '../exchange/reply.js';
import type { GatewayParts } from './gateway-parts.js';

/**
 * One step of the way: takes the facts so far and answers with them and those it adds (`add-facts.ts`), or with a reply that
 * ends the way. Facts are added, never changed; what no later stage needs may stay behind.
 */
export type Stage<Facts, Next> = (facts: Facts, parts: GatewayParts) => Next | Reply | Promise<Next | Reply>;

type AnyStage = Stage<object, object>;

/** Stages in order. A stage can only be added where the facts it needs are already there, so a wrong order does not compile. */
export class Pipeline<Start extends object, Facts extends Start> {
  private constructor(private readonly stages: readonly AnyStage[]) {}

  static from<Start extends object>(): Pipeline<Start, Start> {
    return new Pipeline<Start, Start>([]);
  }

  then<Next extends Start>(stage: Stage<Facts, Next>): Pipeline<Start, Next> {
    return new Pipeline<Start, Next>([...this.stages, stage as unknown as AnyStage]);
  }

  /** Runs the stages until one replies. @throws where none did, which is a fault of the pipeline. */
  async run(start: Start, parts: GatewayParts): Promise<Reply> {
    let facts: object = start;
    for (const stage of this.stages) {
      let step = stage(facts, parts);
      // Most stages answer at once; awaiting those too would cost a turn of the event loop each.
      if (step instanceof Promise) step = await step;
      if (step instanceof Reply) return step;
      facts = step;
    }
    throw new Error('the pipeline ended without a reply');
  }
}
