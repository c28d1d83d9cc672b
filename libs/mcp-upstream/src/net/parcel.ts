/** The body of a request whose answer may take long: it is handed over once, and then nobody keeps it. */
export class Parcel {
  constructor(private text: string) {}

  /** The text; afterwards nobody has it. */
  handedOver(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}
