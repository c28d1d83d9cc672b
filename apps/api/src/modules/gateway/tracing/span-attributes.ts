/** Names of the OpenTelemetry conventions for MCP (status: development); what is not named here is never exported. */
import type { Attributes } from '@opentelemetry/api';
import type { Disposition, ErrandEnd, TracedErrand, UpstreamTarget } from '@mcpnest/gateway-core';
import { errorEntry, type ErrorCode } from '@mcpnest/shared/errors';

export const METHOD = 'mcp.method.name';
export const TOOL = 'gen_ai.tool.name';
export const ERROR = 'error.type';
const OPERATION = 'gen_ai.operation.name';
const PROMPT = 'gen_ai.prompt.name';
const CODE = 'rpc.response.status_code';
export const ADDRESS = 'server.address';
export const PORT = 'server.port';

/** Methods come from strangers, and each is a series. */
const METHODS: ReadonlySet<string> = new Set([
  'initialize',
  'ping',
  'server/discover',
  'tools/list',
  'tools/call',
  'prompts/list',
  'prompts/get',
  'resources/list',
  'resources/read',
  'resources/templates/list',
  'resources/subscribe',
  'resources/unsubscribe',
  'completion/complete',
  'logging/setLevel',
  'subscriptions/listen',
]);
const UNKNOWN_METHOD = '_OTHER';
const INTERNAL_ERROR = -32603;

export const methodName = (method: string): string => (METHODS.has(method) ? method : UNKNOWN_METHOD);

/** Of a call of a tool by this name. */
export const toolAttributes = (name: string): Attributes => ({ [OPERATION]: 'execute_tool', [TOOL]: name });

/** What is asked of a server, and of which. */
export function errandAttributes({ method, subject, tool, exposure }: TracedErrand): Attributes {
  return {
    [METHOD]: method,
    ...(tool && toolAttributes(tool.upstreamName)),
    ...(method === 'prompts/get' && { [PROMPT]: subject }),
    ...placeAttributes(exposure.target),
  };
}

export const promptAttributes = (name: string): Attributes => ({ [PROMPT]: name });

const places = new WeakMap<UpstreamTarget, Attributes>();

/** Where a server is; never its path or query, which may hold secrets. */
function placeAttributes(target: UpstreamTarget): Attributes {
  let place = places.get(target);
  if (!place) places.set(target, (place = readPlace(target)));
  return place;
}

function readPlace({ transport }: UpstreamTarget): Attributes {
  if (transport.type === 'builtin') return {};
  if (transport.type === 'stdio') return { 'network.transport': 'pipe' };
  const network = { 'network.transport': 'tcp', 'network.protocol.name': 'http' };
  if (!URL.canParse(transport.url)) return network;
  const { protocol, hostname, port } = new URL(transport.url);
  return { ...network, [ADDRESS]: hostname, [PORT]: Number(port) || (protocol === 'https:' ? 443 : 80) };
}

/** Why it did not succeed, or nothing where it did. */
export function failureAttributes({ outcome, reason }: Disposition, serverCode?: number): Attributes {
  if (outcome === 'success') return {};
  if (outcome === 'tool_error') return { [ERROR]: 'tool_error' };
  const code = reason === null ? undefined : (serverCode ?? errorEntry(reason as ErrorCode).jsonRpcCode ?? INTERNAL_ERROR);
  return { [ERROR]: reason ?? outcome, ...(code !== undefined && { [CODE]: String(code) }) };
}

/** The same of a question to a server, by its answer or by what the gateway made of it. */
export function errandFailure({ disposition, errorCode, isToolError }: ErrandEnd): Attributes {
  if (disposition) return failureAttributes(disposition);
  if (errorCode !== undefined) return { [ERROR]: String(errorCode), [CODE]: String(errorCode) };
  return isToolError ? { [ERROR]: 'tool_error' } : {};
}
