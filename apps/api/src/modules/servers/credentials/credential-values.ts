import { registerDecorator } from 'class-validator';

/** What may be sent as a header's value: visible ASCII with inner spaces (RFC 9110, field values), bounded. */
const HEADER_VALUE = /^[\x21-\x7e](?:[\t\x20-\x7e]{0,8190}[\x21-\x7e])?$/;
const SLOTS_MAX = 32;

/** Slot name → secret value, as it comes in. Never logged, never answered. */
export type CredentialValues = Readonly<Record<string, string>>;

/** Whether a value can be sent. */
export const isCredentialValue = (value: unknown): value is string => typeof value === 'string' && HEADER_VALUE.test(value);

/** Whether each value can be sent as a header, and there are not too many. */
export const areCredentialValues = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= SLOTS_MAX && entries.every(([name, secret]) => name.length <= 128 && isCredentialValue(secret));
};

/** Bounds a map of secret values. Its message never repeats one. */
export function AreCredentialValues(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'areCredentialValues',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: areCredentialValues,
        defaultMessage: () =>
          `give an object of at most ${SLOTS_MAX} slots; each value is one line of 1 to 8192 printable ASCII characters without spaces at its ends`,
      },
    });
}
