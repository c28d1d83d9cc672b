/**
 * URI templates (RFC 6570) read backwards: whether a URI can be an expansion of one. All operators are known; values may hold
 * characters that a strict expansion would have percent-encoded, since many clients do not.
 */

/** Longer texts match nothing. */
const TEMPLATE_LENGTH_MAX = 2_048;
const URI_LENGTH_MAX = 4_096;
const EXPRESSIONS_MAX = 16;

/** Which characters end the run that an operator's expansion may hold, and the character it begins with where it is not empty. */
const OPERATORS: Readonly<Record<string, { readonly stops: string; readonly prefix: string }>> = {
  '': { stops: '/?#', prefix: '' },
  '+': { stops: '', prefix: '' },
  '#': { stops: '', prefix: '#' },
  '.': { stops: '/?#', prefix: '.' },
  '/': { stops: '?#', prefix: '/' },
  ';': { stops: '/?#', prefix: ';' },
  '?': { stops: '#', prefix: '?' },
  '&': { stops: '#', prefix: '&' },
};

type Token = { readonly literal: string } | { readonly stops: string; readonly prefix: string };

/** A parsed template. */
export class UriTemplate {
  private constructor(
    private readonly tokens: readonly Token[],
    /** Literal characters: of two templates that match a URI, the one with more of them says more about it. */
    readonly literalLength: number,
  ) {}

  /** Parses a template, or answers undefined for what is none. */
  static parse(text: string): UriTemplate | undefined {
    if (text.length > TEMPLATE_LENGTH_MAX) return undefined;
    const tokens: Token[] = [];
    let literalLength = 0;
    for (let at = 0; at < text.length;) {
      const open = text.indexOf('{', at);
      const literal = text.slice(at, open < 0 ? text.length : open);
      if (literal.includes('}')) return undefined;
      if (literal !== '') tokens.push({ literal });
      literalLength += literal.length;
      if (open < 0) break;
      const close = text.indexOf('}', open);
      const expression = close < 0 ? undefined : readExpression(text.slice(open + 1, close));
      if (!expression || tokens.push(expression) > EXPRESSIONS_MAX * 2) return undefined;
      at = close + 1;
    }
    return new UriTemplate(tokens, literalLength);
  }

  /** Whether a URI can be an expansion; time is bounded by the product of both lengths, whatever they hold. */
  matches(uri: string): boolean {
    const [first] = this.tokens;
    if (uri.length > URI_LENGTH_MAX || (first && 'literal' in first && !uri.startsWith(first.literal))) return false;
    // Where in the URI the tokens read so far may end; no backtracking.
    let ends = new Uint8Array(uri.length + 1);
    ends[0] = 1;
    for (const token of this.tokens) {
      const next = 'literal' in token ? afterLiteral(uri, ends, token.literal) : afterExpression(uri, ends, token);
      if (!next) return false;
      ends = next;
    }
    return ends[uri.length] === 1;
  }
}

function readExpression(text: string): Token | undefined {
  const operator = /^[+#./;?&]/.test(text) ? text[0]! : '';
  const names = text.slice(operator.length);
  return /^[A-Za-z0-9_.%,:*]+$/.test(names) ? OPERATORS[operator] : undefined;
}

function afterLiteral(uri: string, ends: Uint8Array, literal: string): Uint8Array<ArrayBuffer> | undefined {
  const next = new Uint8Array(ends.length);
  let isPossible = false;
  for (let at = ends.indexOf(1); at >= 0; at = ends.indexOf(1, at + 1)) {
    if (!uri.startsWith(literal, at)) continue;
    next[at + literal.length] = 1;
    isPossible = true;
  }
  return isPossible ? next : undefined;
}

/** Every variable may be undefined, so an expansion may be empty; where it is not, it begins with the operator's prefix. */
function afterExpression(
  uri: string,
  ends: Uint8Array,
  { stops, prefix }: { readonly stops: string; readonly prefix: string },
): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(ends.length);
  let isInside = false;
  for (let at = 0; at <= uri.length; at++) {
    const begins = ends[at] === 1;
    if (begins || isInside) next[at] = 1;
    if (at === uri.length) break;
    const char = uri[at]!;
    isInside = (isInside && !stops.includes(char)) || (begins && (prefix === '' ? !stops.includes(char) : char === prefix));
  }
  return next;
}
