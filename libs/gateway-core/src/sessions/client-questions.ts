import { LIMITS } from '@mcpnest/shared/limits';
import type { ClientAnswer } from '../ports/upstream-connector.js';

const GONE: ClientAnswer = { kind: 'error', code: -32603, message: 'The client has ended its session.' };

/** What a client was asked and has not answered yet: our own ids, never those of servers. */
export class ClientQuestions {
  private readonly waiting = new Map<string, (answer: ClientAnswer) => void>();
  private asked = 0;

  /** Remembers a question. @returns the id to ask it under, as raw JSON; undefined where too many are open. */
  add(answered: (answer: ClientAnswer) => void): string | undefined {
    if (this.waiting.size >= LIMITS.parkedPerTokenMax) return undefined;
    const idText = `"q${++this.asked}"`;
    this.waiting.set(idText, answered);
    return idText;
  }

  /** Hands on what the client answered; unknown and late answers are dropped. */
  settle(idText: string, answer: ClientAnswer): void {
    const answered = this.waiting.get(idText);
    this.waiting.delete(idText);
    answered?.(answer);
  }

  /** Answers all of them: nobody will any more. */
  end(): void {
    for (const idText of [...this.waiting.keys()]) this.settle(idText, GONE);
  }
}
