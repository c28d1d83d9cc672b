import type { CancelSignal } from '@mcpnest/gateway-core';
import { isWhole, STEADY, textIn, VARYING, type DemoResult, type DemoTool } from './demo-tool.js';

const TICK_MS = 250;
const COUNT_MAX = 20;
const NAME_LENGTH_MAX = 100;

const slowCount: DemoTool = {
  name: 'slow_count',
  title: 'Slow count',
  annotations: STEADY,
  description:
    'Counts to a number, four steps a second, for up to five seconds, and tells how far it is. Good for seeing progress, a call under way or one cancelled.',
  properties: { to: { type: 'integer', minimum: 1, maximum: COUNT_MAX, default: 4, description: 'Where to stop' } },
  run: ({ to = 4 }, { signal, progress }) => {
    if (!isWhole(to, 1, COUNT_MAX)) return { problem: `Give "to" as a whole number from 1 to ${COUNT_MAX}.` };
    return count(to, signal, progress);
  },
};

const greetMe: DemoTool = {
  name: 'greet_me',
  title: 'Greet me',
  annotations: VARYING,
  description: 'Asks for your name and greets you. Good for seeing how a client shows a question of a server.',
  properties: {},
  run: (_input, { answers, clientCapabilities }) => {
    if (!canShowForm(clientCapabilities)) return { needs: { elicitation: { form: {} } } };
    const answer = objectOf(answers['name']);
    if (answer?.['action'] === 'decline' || answer?.['action'] === 'cancel') return { text: 'Hello, whoever you are!' };
    const name = answer?.['action'] === 'accept' ? textIn(objectOf(answer['content']) ?? {}, 'name', NAME_LENGTH_MAX)?.trim() : undefined;
    return name ? { text: `Hello, ${name}!` } : { ask: { name: NAME_QUESTION } };
  },
};

const NAME_QUESTION = {
  method: 'elicitation/create',
  params: {
    mode: 'form',
    message: 'What is your name?',
    requestedSchema: {
      type: 'object',
      properties: { name: { type: 'string', title: 'Your name', minLength: 1, maxLength: NAME_LENGTH_MAX } },
      required: ['name'],
    },
  },
};

/** Tools that have something to say before they answer. */
export const LIVE_TOOLS: readonly DemoTool[] = [slowCount, greetMe];

/** `elicitation: {}` means forms (2026-07-28, "Elicitation"). */
function canShowForm({ elicitation }: Readonly<Record<string, unknown>>): boolean {
  const modes = objectOf(elicitation);
  return modes !== undefined && (modes['form'] !== undefined || modes['url'] === undefined);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

/** @throws the signal's reason, as soon as it fires. */
async function count(to: number, signal: CancelSignal, progress: (done: number, total: number) => void): Promise<DemoResult> {
  const numbers: number[] = [];
  while (numbers.length < to) {
    await wait(TICK_MS, signal);
    numbers.push(numbers.length + 1);
    progress(numbers.length, to);
  }
  return { text: numbers.join(', ') };
}

function wait(milliseconds: number, signal: CancelSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
}
