import { registerDecorator } from 'class-validator';

const INPUTS_MAX = 128;
const KEY_LENGTH_MAX = 128;
/** A sealed value is longer than what is in it. */
const VALUE_LENGTH_MAX = 16_384;

const areInputs = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= INPUTS_MAX &&
    entries.every(([key, text]) => key.length <= KEY_LENGTH_MAX && typeof text === 'string' && text.length <= VALUE_LENGTH_MAX)
  );
};

/** Bounds a map of texts, some of them secret. Its message never repeats one. */
export function AreInputs(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'areInputs',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: areInputs,
        defaultMessage: () => `give an object of at most ${INPUTS_MAX} texts of at most ${VALUE_LENGTH_MAX} characters`,
      },
    });
}
