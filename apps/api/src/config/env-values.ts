import { isIP } from 'node:net';
import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import { EgressPolicy } from '@mcpnest/mcp-upstream';
import { z } from 'zod';

/** A problem of a value, told without the value. */
const because = (problem: string) => ({ error: problem });

const items = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

export const hostName = z
  .string()
  .regex(/^[a-zA-Z0-9.:_-]+$/, because('must be a host name or an address to listen on, such as 127.0.0.1 or 0.0.0.0'));

/** A path; relative ones start at the working folder. */
export const anyPath = z.string().regex(/^[^\0]+$/, because('must be the path of a folder'));

/** A container image as engines name it. */
export const imageName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/:@-]{0,254}$/, because('must be the name of a container image'));

const numberLike = (pattern: RegExp, [min, max]: readonly [number, number], says: string) =>
  z
    .string()
    .regex(pattern, because(says))
    .transform(Number)
    .refine((number) => number >= min && number <= max, because(says));

/** A whole number within bounds. */
export const wholeNumber = (min: number, max: number) =>
  numberLike(/^\d{1,9}$/, [min, max], `must be a whole number between ${min} and ${max}`);

/** A number within bounds that need not be whole. */
export const decimal = (min: number, max: number) =>
  numberLike(/^\d{1,9}(\.\d{1,3})?$/, [min, max], `must be a number between ${min} and ${max}, such as 0.5`);

/** An http(s) origin, kept without its trailing slash. */
const originLike = (example: string) =>
  z.string().transform((text, ctx) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash && url.pathname === '/')
      return url.origin;
    ctx.addIssue(`must be an http or https address without path, user name or query, such as ${example}`);
    return z.NEVER;
  });
export const publicUrl = originLike('https://mcp.example.com');
export const replicaUrl = originLike('http://10.0.0.5:3000');

/** Where a runner is reached: always over TLS. */
export const runnerUrl = originLike('https://10.0.0.7:3100').refine(
  (origin) => origin.startsWith('https:'),
  because('must begin with https://, such as https://10.0.0.7:3100'),
);

export const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^\s]+$/i, because('must be a PostgreSQL address: postgresql://user:password@host:5432/database'));

/** `redis:` or, over TLS, `rediss:`. */
export const redisUrl = z.string().transform((text, ctx) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^rediss?:$/.test(url.protocol) && url.hostname !== '') return text;
  ctx.addIssue('must be a Redis address: redis://user:password@host:6379/0, or rediss:// over TLS');
  return z.NEVER;
});

export const masterKey = z.string().transform((text, ctx) => {
  const key = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
  if (key?.length === 32) return key;
  ctx.addIssue('must be 32 bytes in base64; make one with: openssl rand -base64 32');
  return z.NEVER;
});

export const email = z
  .email(because('must be an email address'))
  .max(254)
  .transform((text) => text.toLowerCase());
export const password = z
  .string()
  .min(PASSWORD_LENGTH.min, because(`must have at least ${PASSWORD_LENGTH.min} characters`))
  .max(PASSWORD_LENGTH.max, because(`must have at most ${PASSWORD_LENGTH.max} characters`));

export const egressRules = z.string().transform((text, ctx) => {
  const rules = items(text);
  const read = EgressPolicy.parse(rules, []);
  if (read.ok) return rules;
  for (const { rule, reason } of read.faults) ctx.addIssue(`"${rule}": ${reason}`);
  return z.NEVER;
});

/** Absolute paths of programs. */
export const commands = z.string().transform((text, ctx) => {
  const list = items(text);
  const wrong = list.filter((item) => !/^\/[^\0]+$/.test(item) || item.split('/').includes('..'));
  for (const item of wrong) ctx.addIssue(`"${item}" must be an absolute path without ..`);
  return wrong.length === 0 ? list : z.NEVER;
});

const isAddressOrNetwork = (text: string): boolean => {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  return (
    more === undefined && family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
};

export const proxies = z.string().transform((text, ctx) => {
  const list = items(text);
  const wrong = list.filter((item) => !/^(loopback|linklocal|uniquelocal)$/.test(item) && !isAddressOrNetwork(item));
  for (const item of wrong)
    ctx.addIssue(`"${item}" is neither an address, a network such as 10.0.0.0/8, nor one of loopback, linklocal, uniquelocal`);
  return wrong.length === 0 ? list : z.NEVER;
});

/** One of the words that this release knows. */
export const word = <const W extends readonly [string, ...string[]]>(words: W, planned: readonly string[] = []) =>
  z.string().transform((text, ctx): W[number] => {
    if (words.includes(text)) return text;
    ctx.addIssue(
      planned.includes(text)
        ? `"${text}" is not available in this release; use ${words.join(' or ')}`
        : `must be ${[...words, ...planned].join(', ')}`,
    );
    return z.NEVER;
  });

/** A variable of the contract whose feature does not exist yet: refused rather than ignored. */
export const notYet = (consequence: string) =>
  z.string().transform((_, ctx): never => {
    ctx.addIssue(`is not available in this release; leave it out${consequence}`);
    return z.NEVER;
  });

/** The base address of a collector, kept without a slash at its end. */
export const collectorUrl = z.string().transform((text, ctx) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash)
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  ctx.addIssue('must be an http or https address without user name or query, such as http://collector:4318');
  return z.NEVER;
});

/** `name=value` by commas, values percent-encoded where need be. */
const pairsWith = (valueShape: RegExp) =>
  z.string().transform((text, ctx): Readonly<Record<string, string>> => {
    const read: [string, string][] = [];
    for (const item of items(text)) {
      const [, name, encoded] = /^([\w.-]{1,200})\s*=\s*(.*)$/.exec(item) ?? [];
      const given = decoded(encoded);
      if (name === undefined || given === undefined || !valueShape.test(given)) {
        // The text may be a secret: the place says which one it is.
        ctx.addIssue(`item ${read.length + 1} must be name=value, with special characters percent-encoded`);
        return z.NEVER;
      }
      read.push([name, given]);
    }
    return Object.fromEntries(read);
  });
export const pairs = pairsWith(/^[^\p{Cc}]{0,500}$/u);
export const headerPairs = pairsWith(/^[\x20-\x7e]{1,4000}$/);

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export const ratio = z
  .string()
  .regex(/^(0(\.\d{1,9})?|1(\.0{1,9})?)$/, because('must be a share between 0 and 1, such as 0.25'))
  .transform(Number);
export const serviceName = z.string().regex(/^[^\p{Cc}]{1,200}$/u, because('must be a name of at most 200 characters'));
