import type { ParamSetting, ToolSetting } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import type { StoredToolSetting } from './tool-setting.repository.js';

/** A change of one tool's settings: members left out stay; null takes an alias or description back, an empty list the parameters. */
export type ToolChange = Partial<ToolSetting>;

/** What a published name may be (contract, client-safe tool names). */
const ALIAS = /^[a-zA-Z][a-zA-Z0-9_-]{0,127}$/;
const DESCRIPTION_LENGTH_MAX = 10_000;
const PARAMS_MAX = 64;
const PARAM_NAME_LENGTH_MAX = 200;
const PINNED_LENGTH_MAX = 10_000;
const MEMBERS = ['enabled', 'alias', 'description', 'params'] as const;

/** A setting after a change, and the names of what differs. */
export function changedSetting(
  current: StoredToolSetting,
  change: ToolChange,
): { readonly wanted: StoredToolSetting; readonly changed: readonly string[] } {
  const given = { ...change, ...(change.params && { params: change.params.length === 0 ? null : change.params }) };
  const changed = MEMBERS.filter((member) => given[member] !== undefined && !isSame(given[member], current[member]));
  const wanted = { ...current, ...Object.fromEntries(changed.map((member) => [member, given[member]])) };
  return { wanted, changed: changed.map((member) => (member === 'params' ? 'parameters' : member)) };
}

const isSame = (a: unknown, b: unknown): boolean => a === b || (Array.isArray(a) && Array.isArray(b) && textOf(a) === textOf(b));
const textOf = (params: unknown[]): string => JSON.stringify((params as ParamSetting[]).map(({ name, pinned }) => [name, pinned]));

/** @throws DomainError `platform.invalid-request` */
export function assertWritable({ alias, description, params }: ToolChange): void {
  const errors = [
    ...(typeof alias === 'string' && !ALIAS.test(alias)
      ? [{ pointer: '/alias', detail: 'A name begins with a letter and holds letters, digits, _ and - only, 128 characters at most.' }]
      : []),
    ...(typeof description === 'string' && (description.length > DESCRIPTION_LENGTH_MAX || description.includes('\0'))
      ? [{ pointer: '/description', detail: `At most ${DESCRIPTION_LENGTH_MAX} printable characters.` }]
      : []),
    ...(params && !areWritable(params)
      ? [
          {
            pointer: '/parameters',
            detail: `At most ${PARAMS_MAX} parameters, each once, with values of ${PINNED_LENGTH_MAX} characters at most.`,
          },
        ]
      : []),
  ];
  if (errors.length > 0) throw new DomainError('platform.invalid-request', { errors });
}

const areWritable = (params: readonly ParamSetting[]): boolean =>
  params.length <= PARAMS_MAX &&
  new Set(params.map(({ name }) => name)).size === params.length &&
  params.every(
    ({ name, pinned }) => name.length <= PARAM_NAME_LENGTH_MAX && !name.includes('\0') && (pinned?.length ?? 0) <= PINNED_LENGTH_MAX,
  );
