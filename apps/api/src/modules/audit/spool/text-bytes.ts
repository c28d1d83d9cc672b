const SPACE = 0x20;
const TILDE = 0x7e;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const POINT = 0x2e;
/** Up to here a number with three places is written as whole and thousandths. */
const THOUSANDTHS_MAX = 1e12;
/** From so many bytes on one call that copies costs less than a loop. */
const LOOP_BYTES_MAX = 24;

/**
 * Writes a text that stands in JSON as it is, a byte a character: ASCII without quotes, backslashes and control characters. Short as
 * such texts are, a loop costs less than a call out of JavaScript.
 * @returns where it ends, or -1 where it is no such text; then anything may stand there
 */
export function writePlain(bytes: Buffer, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < SPACE || code > TILDE || code === QUOTE || code === BACKSLASH) return -1;
    bytes[at + i] = code;
  }
  return at + text.length;
}

/** Writes a text of one character per byte. @returns where it ends */
export function writeBinary(bytes: Buffer, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/** @returns where the copy ends */
export function copyBytes(bytes: Buffer, at: number, source: Buffer): number {
  if (source.length > LOOP_BYTES_MAX) bytes.set(source, at);
  else for (let i = 0; i < source.length; i++) bytes[at + i] = source[i]!;
  return at + source.length;
}

/** Writes a number as `String` does: the usual one, with up to three places, digit by digit. @returns where it ends */
export function writeNumber(bytes: Buffer, at: number, value: number): number {
  const thousandths = Math.round(value * 1_000);
  if (!(thousandths >= 0 && thousandths < THOUSANDTHS_MAX && thousandths / 1_000 === value)) return at + bytes.write(String(value), at);
  const whole = Math.floor(thousandths / 1_000);
  const end = writeWhole(bytes, at, whole);
  const rest = thousandths - whole * 1_000;
  return rest === 0 ? end : writePlaces(bytes, end, rest);
}

function writeWhole(bytes: Buffer, at: number, value: number): number {
  let end = at + 1;
  for (let next = 10; next <= value; next *= 10) end++;
  let left = value;
  for (let place = end - 1; place >= at; place--) {
    const tens = Math.floor(left / 10);
    bytes[place] = ZERO + (left - tens * 10);
    left = tens;
  }
  return end;
}

/** The point, then up to three places, without zeros at the end. */
function writePlaces(bytes: Buffer, at: number, thousandths: number): number {
  bytes[at] = POINT;
  let end = at + 1;
  let left = thousandths;
  for (let unit = 100; left > 0; unit /= 10) {
    const digit = Math.floor(left / unit);
    bytes[end++] = ZERO + digit;
    left -= digit * unit;
  }
  return end;
}
