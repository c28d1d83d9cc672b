import { requireHeader } from './header-syntax.js';

const ASCII = /^[\0-\x7f]*$/;

/** Headers of a request as they are written. What is built once and sent many times is checked and put into words once. */
export class HeaderLines {
  private written: { readonly text: string; readonly isAscii: boolean } | undefined;

  /**
   * @param list names and values in turns
   * @param before lines that stand before these
   */
  constructor(
    private readonly list: readonly string[],
    private readonly before?: HeaderLines,
  ) {}

  /** These, and more behind them. */
  with(more: readonly string[]): HeaderLines {
    return more.length === 0 ? this : new HeaderLines(more, this);
  }

  /**
   * In latin1, each with its end, and whether UTF-8 would write the same.
   * @throws UpstreamFailure `gateway.credential-missing` where no head can carry one of them
   */
  lines(): { readonly text: string; readonly isAscii: boolean } {
    return (this.written ??= this.write());
  }

  private write(): { readonly text: string; readonly isAscii: boolean } {
    let text = this.before?.lines().text ?? '';
    for (let at = 0; at < this.list.length; at += 2) {
      const name = this.list[at]!;
      const value = this.list[at + 1]!;
      requireHeader(name, value);
      text += `${name}: ${value}\r\n`;
    }
    return { text, isAscii: ASCII.test(text) };
  }
}

/** No headers of one's own. */
export const NO_HEADERS = new HeaderLines([]);
