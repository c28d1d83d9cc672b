const TEXT_LENGTH_MAX = 2_000;
const SECRET_KEY = /pass(word|wd|phrase)?$|secret|token$|authorization|cookie|api-?key|credential|master-?key|private-?key/i;
/** Shapes that are secret wherever they stand: our own tokens, bearer headers, passwords inside addresses. */
const SECRET_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\bmn[ga]_[0-9A-Za-z]{6,}/g, 'mn*_[redacted]'],
  [/\b(bearer|basic)\s+[^\s"',;]+/gi, '$1 [redacted]'],
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]*@/gi, '$1:[redacted]@'],
];
/** Control, format and line-separating characters, which could forge lines or hide text from a reader. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** Whether a field's name says that its value is secret. */
export const isSecretKey = (key: string): boolean => SECRET_KEY.test(key);

/** A text that is fit for a log: secrets of known shape removed, control characters written out, at most 2,000 characters. */
export function scrubText(text: string): string {
  let clean = text.length > TEXT_LENGTH_MAX * 2 ? text.slice(0, TEXT_LENGTH_MAX * 2) : text;
  for (const [shape, replacement] of SECRET_TEXT) clean = clean.replace(shape, replacement);
  clean = clean.replace(UNSAFE, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  return clean.length > TEXT_LENGTH_MAX ? `${clean.slice(0, TEXT_LENGTH_MAX)}…` : clean;
}
