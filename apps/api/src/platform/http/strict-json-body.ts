import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';
import { scanJson, type ScanReason } from '@mcpnest/mcp-protocol';

/** Bytes of a REST body. */
export const REST_BODY_BYTES_MAX = 1024 * 1024;

/** Paths whose bodies may be larger: their handlers read them with `readJsonBody`, once it is known who sends. */
const READ_BY_HANDLER: ReadonlySet<string> = new Set(['/api/v1/catalogue/import/preview']);

const JSON_TYPE = /^application\/json[ \t]*(?:;[ \t]*charset=(?:utf-8|"utf-8")[ \t]*)?$/i;

const FAULTS: Readonly<Record<ScanReason, string>> = {
  syntax: 'It stops being JSON',
  depth: 'It is nested deeper than 64 levels',
  keys: 'It has more than 10,000 members',
  'duplicate-key': 'It has the same member twice in one object',
  'ambiguous-key': 'It has two members that differ in case alone',
  size: 'It has too many elements',
};

/** Whether a Content-Type names JSON in UTF-8. */
export const isJsonType = (contentType: string | undefined): boolean => contentType !== undefined && JSON_TYPE.test(contentType.trim());

/**
 * Reads the body of a REST request: at most 1 MiB of JSON in UTF-8 that every reader sees the same way (no duplicate keys,
 * no `__proto__`, no text that a database cannot keep). An empty body counts as `{}`.
 */
export async function strictJsonBody(request: Request, response: Response, next: NextFunction): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD' || READ_BY_HANDLER.has(request.path)) return next();
  const body = await readJsonBody(request, response, REST_BODY_BYTES_MAX);
  if (body === null) return void response.destroy();
  request.body = body.value;
  next();
}

/**
 * Reads the body with the same strictness up to a bound of the caller's own. Null where the caller went away.
 * @throws DomainError `platform.unsupported-media-type`, `platform.body-too-large`, `platform.malformed-json`
 */
export async function readJsonBody(request: Request, response: Response, bytesMax: number): Promise<{ readonly value: unknown } | null> {
  if (!hasBody(request)) return { value: {} };
  if (!isJsonType(request.headers['content-type'])) throw new DomainError('platform.unsupported-media-type');
  if (request.headers['content-encoding'] !== undefined) {
    throw new DomainError('platform.unsupported-media-type', { detail: 'Send the body without a content encoding.' });
  }
  const bytes = await readBody(request, response, bytesMax);
  return bytes && { value: bytes.length === 0 ? {} : parseStrictJson(bytes) };
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** The body, or null where the caller went away before it was complete. */
async function readBody(request: Request, response: Response, bytesMax: number): Promise<Buffer | null> {
  const tooLarge = (): DomainError => {
    // The rest of the body is not read, so the connection cannot be used again.
    response.setHeader('Connection', 'close');
    return new DomainError('platform.body-too-large', { detail: `The body may have at most ${bytesMax} bytes.` });
  };
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > bytesMax) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (fault) {
    if (fault instanceof DomainError) throw fault;
    return null;
  }
  return Buffer.concat(chunks, size);
}

/** @throws DomainError `platform.malformed-json` */
export function parseStrictJson(bytes: Buffer): unknown {
  const text = decodeUtf8(bytes);
  const scan = scanJson(text);
  if (!scan.ok) throw malformed(`${FAULTS[scan.reason]}, near character ${scan.offset + 1}.`);
  return JSON.parse(text, (key, value: unknown) => {
    if (key === '__proto__') throw malformed('It has a member named __proto__.');
    if (!isStorable(key) || (typeof value === 'string' && !isStorable(value))) {
      throw malformed('It contains a NUL character or half of a surrogate pair.');
    }
    return value;
  });
}

const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed('It is not UTF-8.');
  }
}

const malformed = (detail: string): DomainError => new DomainError('platform.malformed-json', { detail });
