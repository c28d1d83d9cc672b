import type { CancelSignal, UpstreamAnswer, UpstreamRequest, UpstreamTool, UpstreamToolList } from '@mcpnest/gateway-core';
import { errorMessage, INVALID_PARAMS, METHOD_NOT_FOUND, parseReply, resultMessage, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { startingNow, waitFor } from '../call-time.js';
import type { DemoResult, DemoTool } from './demo-tool.js';
import { DEMO_TOOLS } from './demo-tools.js';

/** What the demo server says about itself. */
export const DEMO_INSTRUCTIONS = 'A small built-in server to try the gateway with. Its tools are harmless and need no network.';
export const DEMO_SERVER_INFO = { name: 'mcpnest-demo', version: '1.0.0' } as const;

const TOOLS: ReadonlyMap<string, DemoTool> = new Map(DEMO_TOOLS.map((tool) => [tool.name, tool]));
const DEFINITIONS: readonly UpstreamTool[] = DEMO_TOOLS.map((tool) => ({ name: tool.name, text: JSON.stringify(definitionOf(tool)) }));
const LIST_TEXT = `{"tools":[${DEFINITIONS.map(({ text }) => text).join(',')}],"resultType":"complete","ttlMs":0,"cacheScope":"public"}`;
/** Its calls have no connection; the id is never seen by anybody. */
const ID = '1';

/** The demo server's definitions, as any other server's. */
export function listDemoTools(): UpstreamToolList {
  return { tools: DEFINITIONS, era: 'modern', instructions: DEMO_INSTRUCTIONS };
}

/** Answers one request in the process itself. @throws UpstreamFailure when the deadline passes; the signal's reason */
export async function sendToDemo(request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
  if (signal.aborted) throw signal.reason;
  if (request.method === 'tools/list') return answer(resultMessage(ID, LIST_TEXT));
  if (request.method !== 'tools/call') return answer(errorMessage(ID, METHOD_NOT_FOUND, 'The demo server has tools only'));
  const params = new Map(request.params);
  const tool = TOOLS.get(String(read(params.get('name'))));
  if (!tool) return answer(errorMessage(ID, INVALID_PARAMS, 'The demo server has no such tool'));
  return answer(resultMessage(ID, JSON.stringify(resultOf(await run(tool, read(params.get('arguments')), request.deadlineMs, signal)))));
}

async function run(tool: DemoTool, input: unknown, deadlineMs: number, signal: CancelSignal): Promise<DemoResult> {
  if (input !== undefined && (typeof input !== 'object' || input === null || Array.isArray(input)))
    return { problem: 'Give the arguments as an object.' };
  const stopped = new AbortController();
  const result = tool.run((input ?? {}) as Record<string, unknown>, stopped.signal);
  if (!(result instanceof Promise)) return result;
  return waitFor(result, startingNow(deadlineMs, signal)).finally(() => stopped.abort());
}

function resultOf(result: DemoResult): Record<string, unknown> {
  if ('problem' in result) return { content: [{ type: 'text', text: result.problem }], isError: true, resultType: 'complete' };
  return {
    content: [{ type: 'text', text: result.text }],
    ...(result.structured && { structuredContent: result.structured }),
    isError: false,
    resultType: 'complete',
  };
}

function definitionOf({ name, title, description, properties, required, annotations }: DemoTool): Record<string, unknown> {
  return {
    name,
    title,
    description,
    inputSchema: { type: 'object', properties, ...(required && { required }), additionalProperties: false },
    annotations: { title, ...annotations },
  };
}

function answer(text: string): UpstreamAnswer {
  return { era: 'modern', reply: parseReply(text) as UpstreamReply, bytes: Buffer.byteLength(text) };
}

function read(raw: string | undefined): unknown {
  return raw === undefined ? undefined : (JSON.parse(raw) as unknown);
}
