/** Wraps values that travel through clients, so that they can neither be read nor changed nor used for something else. */
export abstract class Sealer {
  /**
   * Encrypts and authenticates under a key that all replicas share.
   * @param purpose what it is for, and whose; opening it for anything else fails.
   * @returns base64url, safe in JSON, in a header and in a cursor.
   */
  abstract seal(purpose: string, text: string): string;

  /** The text, or undefined for what was not sealed by us for this purpose. */
  abstract open(purpose: string, sealed: string): string | undefined;

  /** A collision-resistant fingerprint of a text (SHA-256 or better), base64url. */
  abstract digest(text: string): string;
}
