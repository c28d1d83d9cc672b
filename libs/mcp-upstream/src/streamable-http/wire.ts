/** What all servers of one connector have in common on the wire. */
export class Wire {
  private id = 0;

  constructor(
    /** What the gateway calls itself towards servers. */ readonly clientInfo: { readonly name: string; readonly version: string },
  ) {}

  /** A request id of our own, never used twice in this process: ids of clients do not travel. */
  nextId(): number {
    return ++this.id;
  }

  get userAgent(): string {
    return `${this.clientInfo.name}/${this.clientInfo.version}`;
  }
}
