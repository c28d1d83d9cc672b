/** Texts and requests that must be refused, each with its code and reason. `parts`: pieces of a long text with their counts. */
import { checkNameHeader, classifyInbound, parseInbound, readFrontHeaders } from '../index.js';
import rejections from './rejections.json' with { type: 'json' };

interface Refused {
  readonly name: string;
  readonly headers?: Record<string, string | string[]>;
  readonly text?: string;
  readonly parts?: [string, number][];
  readonly body?: unknown;
  readonly expect: { readonly code: number; readonly reason: string; readonly httpStatus?: number };
}

function refusal({ headers = {}, text, parts, body }: Refused): unknown {
  const message = parseInbound(text ?? parts?.map(([piece, times]) => piece.repeat(times)).join('') ?? JSON.stringify(body));
  if (message.kind === 'fault') return message;
  const front = readFrontHeaders(headers);
  const classified = classifyInbound(message, front);
  if (classified.rejection) return classified.rejection;
  return classified.era === 'modern' && classified.kind === 'request' ? checkNameHeader(classified.message, front) : undefined;
}

it.each(rejections as unknown as Refused[])('refused: $name', (entry) => {
  expect(refusal(entry)).toMatchObject(entry.expect);
});
