import { schemaMarks } from './schema-marks.js';
import { textsOf } from './definition-texts.js';
import { textMarks } from './text-marks.js';

export const RISK_MARKS = [
  'hidden-characters',
  'bidirectional-text',
  'tag-characters',
  'terminal-escapes',
  'mixed-scripts',
  'addresses-model',
  'mentions-other-tools',
  'required-parameter-added',
  'parameter-removed',
  'parameter-type-changed',
  'turned-destructive',
  'read-only-dropped',
] as const;

/** A reason to look twice (security I2). Marks flag only: nothing is held or let through because of one. */
export interface RiskMark {
  readonly mark: (typeof RISK_MARKS)[number];
  /** Where in the definition it was found, as a JSON pointer. */
  readonly pointer: string;
  /** What was found, in characters that are safe to show. */
  readonly detail: string;
}

const MARKS_MAX = 40;
const WORDS_MAX = 2_000;
/**
 * Names that are no everyday words: with an underscore, hyphen, dot or an inner capital. The texts are hostile, so each
 * character can be read in one way only: a capital never both goes on with a part and begins one.
 */
const TOOL_LIKE = /\b[a-z][a-z0-9]*(?:[A-Z][a-zA-Z0-9]*(?:[_.-][a-zA-Z0-9]+)*|(?:[_.-][a-zA-Z0-9]+)+)\b/gu;

/**
 * What about a definition gives cause to look twice. Pure.
 * @param approvedText the approved definition as raw JSON, null where it is new; a removed one has no marks.
 * @param foreignTools of the words that look like tools, those which other servers' tools are called by.
 */
export function riskMarks(approvedText: string | null, seenText: string | null, foreignTools: ReadonlySet<string>): readonly RiskMark[] {
  if (seenText === null) return [];
  const seen: unknown = JSON.parse(seenText);
  const approved: unknown = approvedText === null ? undefined : JSON.parse(approvedText);
  const mentioned = toolLikeWords(seenText).filter((word) => foreignTools.has(word));
  const known = new Set(approvedText === null ? [] : toolLikeWords(approvedText));
  const marks = [
    ...textMarks(textsOf(seen)),
    ...mentioned.filter((word) => !known.has(word)).map((word): RiskMark => ({ mark: 'mentions-other-tools', pointer: '', detail: word })),
    ...(approved === undefined ? [] : schemaMarks(approved, seen)),
  ];
  return marks.slice(0, MARKS_MAX);
}

/** Words of a definition that may be names of tools, each once; its own name is one of them. */
export function toolLikeWords(definitionText: string): string[] {
  return [...new Set(definitionText.match(TOOL_LIKE) ?? [])].slice(0, WORDS_MAX);
}
