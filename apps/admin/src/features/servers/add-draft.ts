import type { Transport } from '@mcpnest/api-client';
import { readLocal, writeLocal } from '../../lib/local-store';
import type { EntryOrigin } from './add-entry';
import { authOf, authSlotsOf, NO_AUTH, type AuthDraft } from './auth-draft';
import { completeValue } from './intake/lift-secrets';
import { nameFromUrl } from './intake/parse-server-input';
import type { HeaderSlot, ParsedServer } from './intake/parsed-server';

export const ADD_STEPS = ['endpoint', 'credentials', 'test', 'tools', 'publish'] as const;
export type AddStep = (typeof ADD_STEPS)[number];

export const ERAS = ['auto', 'modern', 'legacy', 'sse'] as const;
export type Era = (typeof ERAS)[number];
export const CLIENT_CAPABILITIES = ['faithful', 'superset'] as const;
export type ClientCapabilities = (typeof CLIENT_CAPABILITIES)[number];

/** An unfinished server. It has no place for secrets, so that it may be kept in the browser. */
export interface AddDraft {
  step: AddStep;
  name: string;
  description: string;
  /** Empty before anything was recognized; `builtin:demo` for the demo server, the package or the program of a local one. */
  url: string;
  type: 'streamable-http' | 'sse' | 'stdio' | 'builtin';
  /** Of a local server alone. */
  args: string[];
  network: boolean;
  /** Packages whose install scripts may run. */
  scripts: string[];
  /** Folders that it may read, and those that it may change too. */
  folders: string[];
  writable: string[];
  /** Whether it runs while nobody calls it. */
  warm: boolean;
  /** Of Streamable HTTP alone. */
  era: Era;
  clientCapabilities: ClientCapabilities;
  headers: HeaderSlot[];
  auth: AuthDraft;
  /** Tools to be switched off where the server is published. */
  off: string[];
  /** Slugs of workspaces to publish to. */
  workspaces: string[];
  prefix: string;
  /** Null for what was pasted. */
  from: EntryOrigin | null;
}

export const EMPTY_DRAFT: AddDraft = {
  step: 'endpoint',
  name: '',
  description: '',
  url: '',
  type: 'streamable-http',
  args: [],
  network: false,
  scripts: [],
  folders: [],
  writable: [],
  warm: false,
  era: 'auto',
  clientCapabilities: 'faithful',
  headers: [],
  auth: NO_AUTH,
  off: [],
  workspaces: [],
  prefix: '',
  from: null,
};

const KEY = 'add-server';

/** The draft of this browser, if one was left. */
export function loadDraft(): AddDraft | null {
  const draft = readLocal<AddDraft>(KEY);
  return draft && typeof draft.url === 'string' && Array.isArray(draft.headers) ? { ...EMPTY_DRAFT, ...draft } : null;
}

/** Keeps the draft; values of secret slots are dropped even if a caller put one there. */
export function saveDraft(draft: AddDraft | null): void {
  writeLocal(
    KEY,
    draft && { ...draft, headers: draft.headers.map(({ value, ...slot }) => (slot.secret ? slot : { ...slot, value: value ?? '' })) },
  );
}

export function fromParsed(parsed: ParsedServer): Partial<AddDraft> {
  if (parsed.transport.type === 'stdio') {
    const { url, args, headers } = parsed.transport;
    return { name: parsed.name || nameOfPackage(url), url, type: 'stdio', args, headers, auth: NO_AUTH, off: [] };
  }
  return {
    name: parsed.name || nameFromUrl(parsed.transport.url),
    url: parsed.transport.url,
    type: parsed.transport.type,
    era: 'auto',
    headers: parsed.transport.headers,
    auth: NO_AUTH,
    off: [],
  };
}

/** The draft as the API wants it. What is optional and has no value, among the given secrets either, is left out. */
export function transportOf(draft: AddDraft, secrets: Readonly<Record<string, string>> = {}): Transport {
  const { type, url, era, clientCapabilities, headers, auth } = draft;
  if (type === 'builtin') return { type: 'builtin', name: 'demo' };
  const isGiven = ({ name, secret, value }: HeaderSlot) => ((secret ? secrets[name] : value) ?? '').trim() !== '';
  const named = headers.filter((slot) => slot.name.trim() !== '' && (!slot.optional || isGiven(slot)));
  const slots = named.map((slot) => (slot.secret ? { name: slot.name, secret: true } : { name: slot.name, value: slot.value ?? '' }));
  if (type === 'stdio') return { ...programOf(draft), env: slots, clientCapabilities };
  const proof = authOf(auth);
  return {
    type,
    url,
    ...(type === 'streamable-http' && { era }),
    clientCapabilities,
    ...(proof && { auth: proof }),
    ...(slots.length > 0 ? { headers: slots } : {}),
  };
}

function programOf({ url, args, network, scripts, folders, writable, warm }: AddDraft) {
  const allowed = scripts.map((spec) => spec.trim()).filter((spec) => spec !== '');
  const given = (paths: string[], isWritable: boolean) =>
    paths.map((path) => path.trim()).flatMap((path) => (path === '' ? [] : [{ path, writable: isWritable }]));
  return {
    type: 'stdio' as const,
    ...(url.startsWith('/') ? { command: url } : { package: url }),
    args: args.filter((arg) => arg !== ''),
    network,
    ...(allowed.length > 0 && url.startsWith('npm:') && { scripts: allowed }),
    folders: [...given(folders, false), ...given(writable, true)],
    warm,
  };
}

/** What a package is called, without its registry, scope and version. */
function nameOfPackage(spec: string): string {
  return (
    spec
      .replace(/^\w+:/, '')
      .replace(/(?<=.)(==|@)[^/]*$/, '')
      .split('/')
      .at(-1) ?? ''
  );
}

/** Secret values that belong to slots of the draft, completed as servers expect them. */
export function credentialsOf({ headers, type, auth }: AddDraft, secrets: Record<string, string>): Record<string, string> {
  const slots: HeaderSlot[] = authSlotsOf(auth).map((name) => ({ name, secret: true }));
  return Object.fromEntries(
    [...headers, ...slots].flatMap(({ name, secret, form }) => {
      const given = secrets[name] ?? '';
      const whole = form && given.trim() !== '' ? form.replace('{}', () => given.trim()) : given;
      const value = type === 'stdio' ? given : completeValue(name, whole);
      return secret && value !== '' ? [[name, value]] : [];
    }),
  );
}
