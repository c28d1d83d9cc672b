import type { PublishedTool } from '@mcpnest/api-client';

type Parameter = PublishedTool['parameters'][number];

/** A parameter of a tool as the form has it. */
export interface ParamDraft {
  name: string;
  mode: 'open' | 'pinned' | 'hidden';
  /** Text of the value: as it stands for text parameters, JSON for all others. */
  text: string;
  isText: boolean;
  isRequired: boolean;
  /** Whether the tool still has it. */
  isThere: boolean;
}

/** All parameters of a tool, and those that are set although it no longer has them. */
export function paramDrafts({ inputSchema, parameters }: Pick<PublishedTool, 'inputSchema' | 'parameters'>): ParamDraft[] {
  const { properties, required } = (inputSchema ?? {}) as { properties?: Record<string, unknown>; required?: unknown };
  const set = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const names = [...new Set([...Object.keys(properties ?? {}), ...set.keys()])];
  return names.map((name) => {
    const isThere = Object.hasOwn(properties ?? {}, name);
    const isText = (properties?.[name] as { type?: unknown } | undefined)?.type === 'string';
    const setting = set.get(name);
    return {
      name,
      mode: setting?.mode ?? 'open',
      text: setting?.mode === 'pinned' ? textOf(setting.value, isText) : '',
      isText,
      isRequired: Array.isArray(required) && required.includes(name),
      isThere,
    };
  });
}

const textOf = (value: unknown, isText: boolean): string => (isText && typeof value === 'string' ? value : JSON.stringify(value));

/** What is sent; the name of the first parameter whose value is no JSON. */
export function parametersOf(drafts: readonly ParamDraft[]): Parameter[] | { readonly fault: string } {
  const parameters: Parameter[] = [];
  for (const { name, mode, text, isText } of drafts) {
    if (mode === 'hidden') parameters.push({ name, mode });
    if (mode !== 'pinned') continue;
    try {
      parameters.push({ name, mode, value: (isText ? text : JSON.parse(text)) as NonNullable<Parameter['value']> });
    } catch {
      return { fault: name };
    }
  }
  return parameters;
}
