import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';
import { scanJson, type ScanReason } from '@mcpnest/mcp-protocol';

/** Bytes of a REST body. */
export const REST_BODY_BYTES_MAX = 1024 * 1024;

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
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  if (!hasBody(request)) {
    request.body = {};
    return next();
  }
  if (!isJsonType(request.headers['content-type'])) throw new DomainError('platform.unsupported-media-type');
  if (request.headers['content-encoding'] !== undefined) {
    throw new DomainError('platform.unsupported-media-type', { detail: 'Send the body without a content encoding.' });
  }
  const bytes = await readBody(request, response);
  if (bytes === null) return void response.destroy();
  request.body = bytes.length === 0 ? {} : parseStrictJson(bytes);
  next();
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** The body, or null where the caller went away before it was complete. */
async function readBody(request: Request, response: Response): Promise<Buffer | null> {
  const tooLarge = (): DomainError => {
    // The rest of the body is not read, so the connection cannot be used again.
    response.setHeader('Connection', 'close');
    return new DomainError('platform.body-too-large', { detail: `The body may have at most ${REST_BODY_BYTES_MAX} bytes.` });
  };
  if (Number(request.headers['content-length'] ?? 0) > REST_BODY_BYTES_MAX) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > REST_BODY_BYTES_MAX) throw tooLarge();
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
