import { createHmac, randomBytes } from 'node:crypto';

/** Where events are sent to. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Names of events; `servers.` stands for all of a room, `*` for all. */
  readonly events: readonly string[];
  readonly enabled: boolean;
  /** Why the product switched it off; null where it did not. */
  readonly problem: string | null;
  readonly sealed: string;
  /** The secret before, which goes on signing until then. */
  readonly formerSealed: string | null;
  readonly formerUntil: Date | null;
  readonly createdAt: Date;
}

/** One try to deliver a message. */
export interface DeliveryAttempt {
  readonly at: string;
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  readonly problem: string | null;
  readonly durationMs: number;
}

export const wants = (events: readonly string[], type: string): boolean =>
  events.some((event) => event === '*' || event === type || (event.endsWith('.') && type.startsWith(event)));

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Pauses between tries, as Standard Webhooks recommends; behind the last one a message is dead. */
export const PAUSES_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const;
const JITTER = 0.1;

/** How long to wait after a try that failed; null: no more. A receiver that names a time is waited for, up to a day. */
export function pauseAfter(tries: number, retryAfter: string | null, random = Math.random()): number | null {
  const pause = PAUSES_MS[tries - 1];
  if (pause === undefined) return null;
  const asked = retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * SECOND : 0;
  return Math.max(Math.min(asked, 24 * HOUR), pause * (1 + JITTER * random));
}

/** A secret as Standard Webhooks writes it. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** What is signed: id, time in seconds and body, as they are sent. */
export interface SignedParts {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

/** The signatures of a message, one per secret that lives. */
export const signaturesOf = ({ id, timestamp, body }: SignedParts, secrets: readonly string[]): string =>
  secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
