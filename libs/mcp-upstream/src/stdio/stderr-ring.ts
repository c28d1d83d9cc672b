import { Redactor } from '../net/redactor.js';

const BYTES_MAX = 256 * 1024;
const LINE_LENGTH_MAX = 2_000;
const SECRET_LENGTH_MIN = 4;
// Terminal sequences and other control characters would be carried out by whoever prints the lines.
const CONTROLS = /\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/** The last 256 KB of what a server wrote to its standard error, without its secrets. */
export class StderrRing {
  private chunks: string[] = [];
  private length = 0;
  private isCut = false;
  private readonly secrets: readonly string[];
  private readonly redactor: Redactor;

  /** @param secrets values that must not be shown; the longest first, so that none hides a part of another */
  constructor(secrets: readonly string[]) {
    this.redactor = new Redactor(secrets);
    this.secrets = secrets.filter(({ length }) => length >= SECRET_LENGTH_MIN).sort((a, b) => b.length - a.length);
  }

  push(chunk: string): void {
    this.chunks.push(chunk.length > BYTES_MAX ? chunk.slice(-BYTES_MAX) : chunk);
    this.length += Math.min(chunk.length, BYTES_MAX);
    this.isCut ||= chunk.length > BYTES_MAX;
    while (this.length - this.chunks[0]!.length >= BYTES_MAX) {
      this.length -= this.chunks.shift()!.length;
      this.isCut = true;
    }
  }

  /** The last lines, oldest first. */
  lines(count: number): readonly string[] {
    const all = this.chunks.join('');
    // What has lost its beginning may hold the rest of a secret.
    let text = this.redactor.text(this.isCut ? all.slice(all.indexOf('\n') + 1) : all);
    for (const secret of this.secrets) text = text.replaceAll(secret, '[redacted]');
    const lines = text.replaceAll(CONTROLS, '').split('\n');
    if (lines.at(-1) === '') lines.pop();
    return lines.slice(-count).map((line) => line.slice(0, LINE_LENGTH_MAX));
  }
}
