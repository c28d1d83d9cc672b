import { isSettableVariable, readPackageSpec } from '@mcpnest/mcp-upstream';
import type { FieldError } from '@mcpnest/shared/errors';
import { slotKey, type StdioTransport, type TransportHeader } from './transport.js';
import type { TransportHeaderDto } from './transport-header.dto.js';
import type { StdioTransportDto } from './stdio-transport.dto.js';

/** Folders that no server is given, whatever it is for: the system's own, and everything at once. */
const NEVER_SHARED = /^\/(?:(?:proc|sys|dev|etc|boot|run|usr|bin|sbin|lib\w*)(?:\/.*)?)?$/;
const ONE_LINE = /^[^\0\r\n]*$/;

/** The program that a checked body describes; what is wrong with it is added to the errors. */
export function readStdio(dto: StdioTransportDto, errors: FieldError[]): StdioTransport {
  const fault = (pointer: string, detail: string): void => void errors.push({ pointer: `/transport/${pointer}`, detail });
  if ((dto.package === undefined) === (dto.command === undefined)) fault('package', 'Give a package or a command, one of the two.');
  if (dto.package !== undefined && !readPackageSpec(dto.package))
    fault(
      'package',
      'Name a package with its exact version, such as npm:@scope/name@1.2.3 or pypi:name==1.2.3. Ranges and tags are not accepted.',
    );
  (dto.scripts ?? []).forEach((script, index) => {
    if (readPackageSpec(script)?.registry !== 'npm' || !dto.package?.startsWith('npm:'))
      fault(`scripts/${index}`, 'Name a package of npm with its exact version, such as npm:name@1.2.3. Packages of PyPI run nothing.');
  });
  if (dto.command !== undefined && !isCleanPath(dto.command))
    fault('command', 'Give the absolute path of a program on the list of LOCAL_COMMANDS.');
  (dto.args ?? []).forEach((arg, index) => {
    if (arg.includes('\0')) fault(`args/${index}`, 'An argument holds no NUL character.');
  });
  (dto.folders ?? []).forEach(({ path }, index) => {
    if (!isCleanPath(path) || NEVER_SHARED.test(path))
      fault(`folders/${index}/path`, 'Give the absolute path of a folder that is not part of the system.');
  });
  return {
    type: 'stdio',
    package: dto.package ?? null,
    integrity: null,
    ...(dto.scripts?.length && { scripts: [...new Set(dto.scripts)].sort() }),
    command: dto.command ?? null,
    args: dto.args ?? [],
    env: readVariables(dto.env ?? [], fault),
    network: dto.network ?? false,
    folders: (dto.folders ?? []).map(({ path, writable = false }) => ({ path, writable })),
    warm: dto.warm ?? false,
    ...(dto.clientCapabilities === 'superset' && { clientCapabilities: dto.clientCapabilities }),
  };
}

const isCleanPath = (path: string): boolean =>
  path.startsWith('/') &&
  !path.includes('\0') &&
  !path.split('/').some((part) => part === '..' || part === '.') &&
  !/\/{2,}|.\/$/.test(path);

function readVariables(
  variables: readonly TransportHeaderDto[],
  fault: (pointer: string, detail: string) => void,
): readonly TransportHeader[] {
  const seen = new Set<string>();
  return variables.map(({ name, secret = false, value }, index) => {
    const detail = faultOf({ name, secret, value }, seen);
    if (detail) fault(`env/${index}`, detail);
    seen.add(slotKey(name));
    return { name, secret, value: secret ? null : (value ?? '') };
  });
}

function faultOf({ name, secret, value }: TransportHeaderDto & { secret: boolean }, seen: ReadonlySet<string>): string | null {
  if (!isSettableVariable(name)) return 'This is no name of a variable, or one that decides how programs are loaded: it cannot be set.';
  if (seen.has(slotKey(name))) return 'This variable is listed twice.';
  if (secret) return value === undefined ? null : 'A secret variable carries no value here: give it under credentials.';
  if (value === undefined) return 'Give a value, or set "secret": true.';
  return ONE_LINE.test(value) ? null : 'The value must be one line.';
}
