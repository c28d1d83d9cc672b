import type { CancelSignal, UpstreamAnswer, UpstreamRequest } from '@mcpnest/gateway-core';
import {
  errorMessage,
  INVALID_PARAMS,
  METHOD_NOT_FOUND,
  MISSING_CAPABILITY,
  parseReply,
  resultMessage,
  type UpstreamReply,
} from '@mcpnest/mcp-protocol';
import { startingNow, waitFor } from '../call-time.js';
import { languagesFrom } from './demo-languages.js';
import { DEMO_TTL_MS, demoListResult } from './demo-lists.js';
import { DEMO_PROMPTS } from './demo-prompts.js';
import { readDemoResource } from './demo-resources.js';
import type { DemoCall, DemoResult, DemoTool } from './demo-tool.js';
import { DEMO_TOOLS } from './demo-tools.js';

export { DEMO_FACTS, listDemo } from './demo-lists.js';

const TOOLS: ReadonlyMap<unknown, DemoTool> = new Map(DEMO_TOOLS.map((tool) => [tool.name, tool]));
/** Its calls have no connection; id and progress token are never seen by anybody. */
const ID = '1';

type Params = Readonly<Record<string, unknown>>;

/** Answers one request in the process itself. @throws UpstreamFailure when the deadline passes; the signal's reason */
export async function sendToDemo(request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
  if (signal.aborted) throw signal.reason;
  const text = await answerTo(request, signal);
  return { era: 'modern', reply: parseReply(text) as UpstreamReply, bytes: Buffer.byteLength(text) };
}

async function answerTo(request: UpstreamRequest, signal: CancelSignal): Promise<string> {
  const list = demoListResult(request.method);
  if (list !== undefined) return resultMessage(ID, list);
  const params: Params = Object.fromEntries(request.params.map(([key, text]) => [key, JSON.parse(text) as unknown]));
  switch (request.method) {
    case 'tools/call':
      return callTool(request, params, signal);
    case 'prompts/get':
      return getPrompt(params);
    case 'resources/read':
      return readResource(params['uri']);
    case 'completion/complete':
      return complete(params);
    default:
      return errorMessage(ID, METHOD_NOT_FOUND, 'The demo server does not know this method');
  }
}

async function callTool(request: UpstreamRequest, params: Params, signal: CancelSignal): Promise<string> {
  const tool = TOOLS.get(params['name']);
  if (!tool) return errorMessage(ID, INVALID_PARAMS, 'The demo server has no such tool');
  const result = await run(tool, request, params, signal);
  if ('needs' in result)
    return errorMessage(ID, MISSING_CAPABILITY, 'The client cannot be asked for a name', { requiredCapabilities: result.needs });
  return resultMessage(ID, JSON.stringify(toolResult(result)));
}

async function run(tool: DemoTool, request: UpstreamRequest, params: Params, signal: CancelSignal): Promise<DemoResult> {
  const input = params['arguments'] ?? {};
  if (!isObject(input) || params['arguments'] === null) return { problem: 'Give the arguments as an object.' };
  const stopped = new AbortController();
  const answers = params['inputResponses'];
  const call: DemoCall = {
    signal: stopped.signal,
    clientCapabilities: request.clientCapabilities,
    answers: isObject(answers) ? answers : {},
    progress: (done, total) => tellProgress(request, done, total),
  };
  const result = tool.run(input, call);
  if (!(result instanceof Promise)) return result;
  return waitFor(result, startingNow(request.deadlineMs, signal)).finally(() => stopped.abort());
}

function tellProgress({ wantsProgress, listener }: UpstreamRequest, progress: number, total: number): void {
  if (wantsProgress) listener?.notified('notifications/progress', JSON.stringify({ progressToken: Number(ID), progress, total }));
}

function toolResult(result: Exclude<DemoResult, { needs: unknown }>): Record<string, unknown> {
  if ('ask' in result) return { inputRequests: result.ask, resultType: 'input_required' };
  if ('problem' in result) return { content: [{ type: 'text', text: result.problem }], isError: true, resultType: 'complete' };
  return {
    content: [{ type: 'text', text: result.text }],
    ...(result.structured && { structuredContent: result.structured }),
    isError: false,
    resultType: 'complete',
  };
}

function getPrompt({ name, arguments: input = {} }: Params): string {
  const prompt = DEMO_PROMPTS.find((each) => each.name === name);
  if (!prompt) return errorMessage(ID, INVALID_PARAMS, 'The demo server has no such prompt');
  const text = isObject(input) ? prompt.text(input) : undefined;
  if (text === undefined) return errorMessage(ID, INVALID_PARAMS, `Give the arguments of the prompt ${prompt.name} as it describes them`);
  const messages = [{ role: 'user', content: { type: 'text', text } }];
  return resultMessage(ID, JSON.stringify({ description: prompt.description, messages, resultType: 'complete' }));
}

function readResource(uri: unknown): string {
  const contents = typeof uri === 'string' ? readDemoResource(uri) : undefined;
  if (!contents) return errorMessage(ID, INVALID_PARAMS, 'The demo server has no such resource', { uri });
  return resultMessage(ID, JSON.stringify({ contents: [contents], resultType: 'complete', ttlMs: DEMO_TTL_MS, cacheScope: 'public' }));
}

/** Languages are all there is to complete. */
function complete({ ref, argument }: Params): string {
  if (!isObject(ref) || !isObject(argument)) return errorMessage(ID, INVALID_PARAMS, 'Give "ref" and "argument" as objects');
  const isLanguage = argument['name'] === 'language' && (ref['name'] === 'write_greeting' || ref['uri'] === 'demo://greetings/{language}');
  const values = isLanguage && typeof argument['value'] === 'string' ? languagesFrom(argument['value']) : [];
  return resultMessage(ID, JSON.stringify({ completion: { values, total: values.length, hasMore: false }, resultType: 'complete' }));
}

function isObject(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
