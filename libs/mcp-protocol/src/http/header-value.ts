export function encodeHeaderValue(value: string): string { throw new Error(`unwritten ${value}`); }
export function decodeHeaderValue(raw: string): string | undefined { throw new Error(`unwritten ${raw}`); }
