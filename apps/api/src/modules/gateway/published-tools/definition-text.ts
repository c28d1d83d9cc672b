/** A text of a definition, whose members may be of any shape. */
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
