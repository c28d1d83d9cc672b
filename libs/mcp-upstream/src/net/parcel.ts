import { Readable } from 'node:stream';

/** Smaller ones are copied by the transport for as long as the exchange lasts, which costs less than handing them over in pieces. */
const LARGE_LENGTH = 16 * 1024;

/** The body of a request whose answer may take long: it is handed over once, and then nobody keeps it. */
export class Parcel {
  private readonly bytes: number;

  constructor(private text: string) {
    this.bytes = Buffer.byteLength(text);
  }

  /** The headers and body to dispatch. */
  dispatched(headers: readonly string[]): { readonly headers: string[]; readonly body: string | Readable } {
    if (this.text.length < LARGE_LENGTH) return { headers: headers as string[], body: this.take() };
    return { headers: [...headers, 'content-length', String(this.bytes)], body: Readable.from(this.once()) };
  }

  /** The text, for a transport without headers; afterwards nobody has it. */
  handedOver(): string {
    return this.take();
  }

  private *once(): Generator<string> {
    yield this.take();
  }

  private take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}
