import { createHash } from 'node:crypto';
import { definitionHash, type SeenItem, type UpstreamItem } from '@mcpnest/gateway-core';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A listed item with the hash that locks know it by. */
export const seenItem = ({ key, text }: UpstreamItem): SeenItem => ({ key, text, hash: definitionHash(text, sha256) });
