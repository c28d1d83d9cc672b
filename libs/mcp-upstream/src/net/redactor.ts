/** What stands in the place of a secret. */
const MARK = '[redacted]';
/** Shorter secrets stand in ordinary text by chance: taking them out would damage answers and hide nothing. */
const LENGTH_MIN = 8;
const SCHEME = /^(?:Bearer|Basic|Token|ApiKey)\s+(.+)$/i;

/**
 * Takes the secrets that were sent to a server out of whatever it answers (security C3): exactly those, wherever they stand.
 * An answer that holds none costs one search of its bytes per secret.
 */
export class Redactor {
  private readonly needles: readonly { readonly text: string; readonly bytes: Buffer }[];
  private readonly longest: number;

  /** @param values what was sent: header values or variables, with or without a scheme in front */
  constructor(values: Iterable<string>) {
    const texts = new Set([...values].flatMap(spellings).filter((text) => text.length >= LENGTH_MIN));
    // The longest first, so that a token goes whole with its scheme.
    this.needles = [...texts].sort((a, b) => b.length - a.length).map((text) => ({ text, bytes: Buffer.from(text) }));
    this.longest = this.needles[0]?.text.length ?? 0;
  }

  get isIdle(): boolean {
    return this.needles.length === 0;
  }

  /** A whole body; the same object where it holds no secret. */
  bytes(body: Buffer): Buffer {
    const found = this.needles.filter(({ bytes }) => body.includes(bytes));
    return found.length === 0
      ? body
      : Buffer.from(found.reduce((text, needle) => text.replaceAll(needle.text, MARK), body.toString('utf8')));
  }

  /** A whole text. */
  text(text: string): string {
    return this.needles.reduce((rest, needle) => (rest.includes(needle.text) ? rest.replaceAll(needle.text, MARK) : rest), text);
  }

  /** For a text that comes in pieces. */
  stream(): RedactedStream {
    return new RedactedStream(this);
  }

  /** How many characters at the end of a text may be the beginning of a secret. */
  openEnd(text: string): number {
    for (let length = Math.min(this.longest - 1, text.length); length > 0; length--) {
      const end = text.slice(-length);
      if (this.needles.some((needle) => needle.text.length > length && needle.text.startsWith(end))) return length;
    }
    return 0;
  }
}

/** Holds back the end of a piece only where it may be the beginning of a secret: events end with a line's end, which no secret holds. */
export class RedactedStream {
  private held = '';

  constructor(private readonly redactor: Redactor) {}

  push(piece: string): string {
    const text = this.redactor.text(this.held + piece);
    const open = this.redactor.openEnd(text);
    this.held = open === 0 ? '' : text.slice(-open);
    return open === 0 ? text : text.slice(0, -open);
  }
}

/** A value, what follows its scheme, and both as JSON writes them. */
function spellings(value: string): string[] {
  const bare = SCHEME.exec(value)?.[1];
  const both = bare === undefined ? [value] : [value, bare];
  return [...both, ...both.map((text) => JSON.stringify(text).slice(1, -1))];
}
