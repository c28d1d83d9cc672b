/** A sealed value of one slot for one origin. Never changed: a new value is a new row, so the id is its revision. */
export interface StoredCredential {
  readonly id: string;
  readonly serverId: string;
  readonly origin: string;
  readonly name: string;
  readonly sealed: string;
  readonly last4: string | null;
  readonly updatedAt: Date;
  readonly lastUsedAt: Date | null;
}

const LAST4_FROM_LENGTH = 12;

/** The last four characters, where the value is long enough that they give nothing away. */
export const last4Of = (value: string): string | null => (value.length >= LAST4_FROM_LENGTH ? value.slice(-4) : null);
