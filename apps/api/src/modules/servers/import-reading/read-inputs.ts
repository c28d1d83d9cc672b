import type { ImportInput, ImportWarning, InputPlace, TemplateHeader } from './import-entry.js';
import { isSecretHeader } from './lift-secrets.js';
import { bag, list, member, textOf, tidy, type Bag } from './members.js';

const INPUTS_MAX = 64;
export const VARIABLE = /\{([^{}\s]{1,128})\}/g;

/** Collects the inputs of one server; keys that meet again are told apart by a number. */
export class Inputs {
  readonly all: ImportInput[] = [];

  add(wished: string, input: Omit<ImportInput, 'key'>): string {
    const clean = wished.replace(/[{}\s]/g, '').slice(0, 64) || 'value';
    let key = clean;
    for (let n = 2; this.all.some((one) => one.key === key); n++) key = `${clean}-${n}`;
    if (this.all.length < INPUTS_MAX) this.all.push({ key, ...input });
    return key;
  }
}

/** What is gathered while one server is read. */
export interface Found {
  readonly inputs: Inputs;
  readonly warnings: ImportWarning[];
}

/** A header or a variable as a document declares it, with what is to be filled in for it. */
export function readSent(
  declared: Bag,
  { name, place }: { readonly name: string; readonly place: InputPlace },
  { inputs, warnings }: Found,
): TemplateHeader {
  const value = textOf(declared, 'value', 4_096) ?? '';
  const variables = bag(member(declared, 'variables')) ?? {};
  const used = [...new Set([...value.matchAll(VARIABLE)].map(([, key]) => key!))].filter((key) => Object.hasOwn(variables, key));
  const holdsSecret = used.some((key) => member(bag(variables[key]) ?? {}, 'isSecret') === true);
  // Some documents call even this one harmless.
  const isSaidPlain = member(declared, 'isSecret') === false && name.toLowerCase() !== 'authorization';
  const secret = member(declared, 'isSecret') === true || holdsSecret || (!isSaidPlain && isSecretHeader(name, value));
  const required = member(declared, 'isRequired') === true || (value !== '' && used.length === 0);
  if (used.length > 0) {
    const template = used.reduce((text, key) => {
      const input = inputOf(bag(variables[key]) ?? {}, { place, required: false, secret });
      return text.replaceAll(`{${key}}`, `{${inputs.add(key, { ...input, required: input.required || required })}}`);
    }, value);
    return { name, secret, required, value: template };
  }
  if (value !== '' && !secret && !/[{}]/.test(value)) return { name, secret, required, value };
  if (value !== '' && secret) warnings.push({ code: 'secret-lifted', detail: `The value of ${name} goes into the vault.` });
  const own = inputOf(declared, { place, required, secret });
  const given = value === '' ? own : { ...own, default: secret ? null : value, lifted: secret ? value : null };
  return { name, secret, required, value: `{${inputs.add(name, given)}}` };
}

/** What a document says of one thing to fill in. */
export function inputOf(
  from: Bag,
  { place, required, secret }: { place: InputPlace; required: boolean; secret: boolean },
): Omit<ImportInput, 'key'> {
  const choices = list(member(from, 'choices')).flatMap((choice) => (typeof choice === 'string' ? (tidy(choice, 256) ?? []) : []));
  const isFlag = textOf(from, 'format') === 'boolean';
  const isSecret = secret || member(from, 'isSecret') === true;
  return {
    place,
    description: textOf(from, 'description', 500),
    required: required || member(from, 'isRequired') === true,
    secret: isSecret,
    choices: choices.length === 0 && isFlag ? ['true', 'false'] : choices.slice(0, 100),
    default: isSecret ? null : textOf(from, 'default', 512),
    placeholder: textOf(from, 'placeholder', 256) ?? textOf(from, 'valueHint', 256),
    lifted: null,
  };
}
