import { ValidateIf } from 'class-validator';

/** The member may be left out, but where it stands it must be valid; unlike `IsOptional`, null is no way around. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

/** The member may be left out or null; any other value must be valid. */
export const MayBeNull = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined && value !== null);

/** One printable line. */
export const ONE_LINE = /^(?=.*\S)[^\p{Cc}]+$/u;
/** Printable text with line breaks. */
export const TEXT = /^[^\p{Cc}\t\r\n]*(?:[\t\r\n][^\p{Cc}]*)*$/u;
