import type { RiskMark } from './risk-marks.js';
import type { DefinitionPart } from './definition-texts.js';

/** Characters that nobody sees, but for those that have marks of their own. */
const HIDDEN = /(?![\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}])\p{Default_Ignorable_Code_Point}/u;
/** What is hidden in emoji by rights: their selector, and what joins two of them. */
const IN_EMOJI = /(?<=\p{Emoji})\ufe0f|(?<=\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic})/gu;
/** Characters that change the order in which a text is shown. */
const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Letters of the tag block: read by models, seen by nobody. */
const TAGS = /[\u{e0000}-\u{e007f}]/u;
/** Escape sequences of terminals, in either form. */
const ESCAPES = /[\u001b\u009b\u009d\u0090]/u;
/** One word of letters that look alike in two scripts; looked at where the word begins, or a long one would be read from each letter on. */
const MIXED_SCRIPT = /(?<!\p{L})(?=[\p{L}]*\p{Script=Latin})(?=[\p{L}]*[\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}]{2,}/u;

/** What speaks to the model rather than about the tool. Telltale words only: they flag, they prove nothing. */
const TO_THE_MODEL: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines|context)\b/iu,
  /<\/?\s*(?:important|system|assistant|instructions?|secret|critical|admin)\b[^>]{0,40}>/iu,
  /\b(?:do not|don't|never|without)\b.{0,30}\b(?:tell|telling|mention|mentioning|inform|informing|reveal|notify|show|asking|ask)\b.{0,40}\b(?:user|human|person|anyone|them)\b/iu,
  /\b(?:system prompt|hidden instructions?|developer message)\b/iu,
  /\b(?:you|the (?:model|assistant|agent|ai|llm))\b.{0,20}\b(?:must|should always|have to|are required to|need to)\b/iu,
  /\b(?:always|first|before (?:using|calling|answering|any)|instead of)\b.{0,40}\b(?:call|invoke|use|run|read|send)\b.{0,40}\b(?:tool|function|file|key|token|password|secret|conversation)\b/iu,
  /(?:~\/\.|\/\.)(?:ssh|aws|cursor|config|env|npmrc|netrc)\b|\bid_rsa\b/iu,
];

/** What the texts of a definition give cause to look at twice. */
export function textMarks(parts: readonly DefinitionPart[]): readonly RiskMark[] {
  return [
    ...markWhere(
      parts.map(({ pointer, text }) => ({ pointer, text: text.replace(IN_EMOJI, '') })),
      'hidden-characters',
      HIDDEN,
    ),
    ...markWhere(parts, 'bidirectional-text', BIDIRECTIONAL),
    ...markWhere(parts, 'tag-characters', TAGS),
    ...markWhere(parts, 'terminal-escapes', ESCAPES),
    ...markWhere(parts, 'mixed-scripts', MIXED_SCRIPT),
    ...TO_THE_MODEL.flatMap((pattern) => markWhere(parts, 'addresses-model', pattern)).slice(0, 1),
  ];
}

function markWhere(parts: readonly DefinitionPart[], mark: RiskMark['mark'], pattern: RegExp): RiskMark[] {
  for (const { pointer, text } of parts) {
    const found = pattern.exec(text);
    if (found) return [{ mark, pointer, detail: shown(found[0]) }];
  }
  return [];
}

const SHOWN_LENGTH_MAX = 80;

/** Ordinary characters as they are, all others as `U+…`: safe to show anywhere. */
function shown(text: string): string {
  return [...text.slice(0, SHOWN_LENGTH_MAX)].map((char) => (ORDINARY.test(char) ? char : codePoint(char))).join('');
}

const ORDINARY = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S} ]/u;
const codePoint = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
