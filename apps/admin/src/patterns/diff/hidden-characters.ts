/** A stretch of text as written, or one hidden character by its code point. */
export interface VisiblePart {
  text: string;
  hidden: boolean;
}

/**
 * What cannot be seen or changes the order of what can: controls but line feed and tab, format characters (zero-width, bidirectional, tags),
 * lone surrogates, private use, unassigned; spaces that are no plain space; fillers; variation selectors that follow no emoji.
 */
const HIDDEN =
  /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}|\u034F|\u17B4|\u17B5|[\u115F\u1160\u3164\uFFA0]|(?<!\p{Emoji})[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

/** Splits a text so that every hidden character can be shown as `U+200B`. The parts that are not hidden are safe to read as they stand. */
export function visibleParts(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), hidden: false });
    const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    parts.push({ text: `U+${code}`, hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hidden: false });
  return parts;
}
