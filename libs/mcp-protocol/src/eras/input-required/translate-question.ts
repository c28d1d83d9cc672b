/** A question's way from a server of one era to a client of the other, on its text: what is not named here stays as sent. */
import { editObject } from '../../json-rpc/edit-object.js';
import { sliceOf } from '../../json-rpc/message.js';
import { scanJson, type Members } from '../../json-rpc/scan.js';

/** A question as one client can take it. */
export interface TranslatedQuestion {
  readonly paramsText: string | undefined;
  /** The form holds something the client's revision has no word for, so that its error means no more than "cannot show this". */
  readonly isBeyondRevision: boolean;
}

/** Titled enumerations, lists and URL mode came with it. */
const FULL_ELICITATION = '2025-11-25';

/**
 * A question for a legacy client. Before 2025-11-25 a titled choice is spelled with `enumNames`, and there is no `mode`;
 * URL mode needs an `elicitationId`, which modern servers no longer give.
 */
export function toLegacyQuestion(
  method: string,
  paramsText: string | undefined,
  client: { readonly revision: string; readonly newElicitationId: () => string },
): TranslatedQuestion {
  const members = method === 'elicitation/create' ? membersOf(paramsText) : undefined;
  if (!members || paramsText === undefined) return { paramsText, isBeyondRevision: false };
  const mode = members.get('mode');
  if (mode && sliceOf(paramsText, mode) === '"url"') {
    if (members.has('elicitationId')) return { paramsText, isBeyondRevision: false };
    const set = [['elicitationId', JSON.stringify(client.newElicitationId())]] as const;
    return { paramsText: editObject(paramsText, members, { set }), isBeyondRevision: false };
  }
  if (client.revision >= FULL_ELICITATION) return { paramsText, isBeyondRevision: false };
  return downConverted(paramsText, members);
}

/** A question for a modern client: without what only legacy revisions have, and without context that it does not offer. */
export function toModernQuestion(method: string, paramsText: string | undefined, offersContext: boolean): string | undefined {
  const members = membersOf(paramsText);
  if (!members || paramsText === undefined) return undefined;
  const drop = ['task'];
  if (method === 'elicitation/create') drop.push('elicitationId');
  if (method === 'sampling/createMessage' && !offersContext) drop.push('includeContext');
  return editObject(paramsText, members, { drop });
}

type Property = Record<string, unknown>;

function downConverted(paramsText: string, members: Members): TranslatedQuestion {
  const span = members.get('requestedSchema');
  const schema = span ? (JSON.parse(sliceOf(paramsText, span)) as { properties?: unknown }) : undefined;
  const properties = schema?.properties;
  if (typeof properties !== 'object' || properties === null) {
    return { paramsText: editObject(paramsText, members, { drop: ['mode'] }), isBeyondRevision: false };
  }
  let isChanged = false;
  let isBeyondRevision = false;
  const flat = Object.entries(properties as Record<string, Property>).map(([name, property]): [string, Property] => {
    const plain = titledChoiceAsEnum(property);
    isChanged ||= plain !== property;
    isBeyondRevision ||= property?.['type'] === 'array';
    return [name, plain];
  });
  const set: [string, string][] = isChanged
    ? [['requestedSchema', JSON.stringify({ ...schema, properties: Object.fromEntries(flat) })]]
    : [];
  return { paramsText: editObject(paramsText, members, { drop: ['mode'], set }), isBeyondRevision };
}

/** `oneOf: [{const, title}]` as `enum` with `enumNames` (2025-06-18, Elicitation, "Supported Schema Types"). */
function titledChoiceAsEnum(property: Property): Property {
  const options = property?.['oneOf'];
  if (!Array.isArray(options) || !options.every(isTitledOption)) return property;
  const others = Object.entries(property).filter(([key]) => key !== 'oneOf' && key !== 'type');
  const names = { enum: options.map((option) => option.const), enumNames: options.map((option) => option.title) };
  return { ...Object.fromEntries(others), type: 'string', ...names };
}

const isTitledOption = (option: unknown): option is { const: string; title: string } =>
  typeof (option as Property | null)?.['const'] === 'string' && typeof (option as Property)['title'] === 'string';

function membersOf(text: string | undefined): Members | undefined {
  if (text === undefined) return undefined;
  const scan = scanJson(text, { depthMax: 128, keysMax: 250_000 });
  return scan.ok && scan.kind === 'object' ? scan.members : undefined;
}
