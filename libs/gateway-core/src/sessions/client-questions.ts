import type { ClientAnswer } from '../ports/upstream-connector.js';

/** What a client was asked and has not answered yet: our own ids, never those of servers. */
export class ClientQuestions {
  private readonly waiting = new Map<string, (answer: ClientAnswer) => void>();
  private asked = 0;

  /** Remembers a question. @returns the id to ask it under, as raw JSON. */
  add(answered: (answer: ClientAnswer) => void): string {
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

  /** Forgets a question that needs no answer any more. */
  drop(idText: string): void {
    this.waiting.delete(idText);
  }

  get size(): number {
    return this.waiting.size;
  }
}
