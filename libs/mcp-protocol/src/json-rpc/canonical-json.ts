/**
 * The canonical text of a JSON text (RFC 8785): no white space, members in the order of their keys' UTF-16 code units, strings
 * with the fewest escapes, numbers as ECMAScript writes them. Texts with the same canonical text say the same.
 *
 * RFC 8785 is defined for numbers that a double holds. A number with more digits than that is written with all of them, so that
 * two different numbers never look alike; a lone surrogate stays the escape that it was.
 */

const DEPTH_MAX = 512;
const ESCAPED = /["\\\u0000-\u001f\p{Surrogate}]/u;
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** A larger exponent names no quantity of this world, and would only cost digits. */
const EXPONENT_DIGITS_MAX = 6;

/** @throws SyntaxError where the text is not JSON, nests deeper than 512, or has an object with two members of one name. */
export function canonicalJson(text: string): string {
  // The engine's own reader is the judge of what is JSON; ours then only follows a text that it accepted.
  JSON.parse(text);
  return new Canonicalizer(text).run();
}

class Canonicalizer {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  run(): string {
    return this.value();
  }

  private value(): string {
    this.space();
    switch (this.text[this.at]) {
      case '{':
        return this.nested('}', () => this.object());
      case '[':
        return this.nested(']', () => this.array());
      case '"':
        return canonicalString(this.string());
      default:
        return this.scalar();
    }
  }

  private nested(end: string, content: () => string): string {
    if (++this.depth > DEPTH_MAX) throw new SyntaxError(`nested deeper than ${DEPTH_MAX}`);
    const open = this.text[this.at++]!;
    this.space();
    const inner = this.text[this.at] === end ? '' : content();
    this.at++;
    this.depth--;
    return open + inner + end;
  }

  private array(): string {
    const elements: string[] = [];
    do elements.push(this.value());
    while (this.comma());
    return elements.join(',');
  }

  private object(): string {
    const members: (readonly [key: string, text: string])[] = [];
    do {
      this.space();
      const key = JSON.parse(this.string()) as string;
      this.space();
      this.at++;
      members.push([key, this.value()]);
    } while (this.comma());
    members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    members.forEach(([key], index) => {
      if (index > 0 && members[index - 1]![0] === key) throw new SyntaxError('two members of one name');
    });
    return members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',');
  }

  /** Whether another entry follows. */
  private comma(): boolean {
    this.space();
    if (this.text[this.at] !== ',') return false;
    this.at++;
    return true;
  }

  /** A string with its quotes, as it is written. */
  private string(): string {
    const start = this.at;
    let end = this.text.indexOf('"', start + 1);
    while (this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    this.at = end + 1;
    return this.text.slice(start, this.at);
  }

  private isEscaped(at: number): boolean {
    let backslashes = 0;
    while (this.text[at - 1 - backslashes] === '\\') backslashes++;
    return backslashes % 2 === 1;
  }

  private scalar(): string {
    const start = this.at;
    while (this.at < this.text.length && !' \n\r\t,]}'.includes(this.text[this.at]!)) this.at++;
    const raw = this.text.slice(start, this.at);
    return raw === 'true' || raw === 'false' || raw === 'null' ? raw : canonicalNumber(raw);
  }

  private space(): void {
    while (this.at < this.text.length && ' \n\r\t'.includes(this.text[this.at]!)) this.at++;
  }
}

const canonicalString = (raw: string): string => (ESCAPED.test(raw.slice(1, -1)) ? JSON.stringify(JSON.parse(raw)) : raw);

function canonicalNumber(raw: string): string {
  const written = JSON.stringify(Number(raw));
  const exact = decimalOf(raw);
  return exact === decimalOf(written) ? written : exact;
}

/** One spelling for each decimal number: digits without zeros at either end, and the exponent of ten behind them. */
function decimalOf(raw: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(raw) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  if (exponent.replace(/^[+-]?0*/, '').length > EXPONENT_DIGITS_MAX) return raw;
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
