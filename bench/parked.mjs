// Memory of calls that wait for a person: modern clients ask a legacy server whose tool asks back, and nobody answers.
import { CORE, lineOf, residentMb, start } from './processes.mjs';

const MODERN = '2026-07-28';
/** Within the bound of one token. */
const CALLS_PER_TOKEN = 50;
const TOKENS = 10;

const BODY = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: {
    name: 'ask',
    arguments: { text: 'hello' },
    _meta: {
      'io.modelcontextprotocol/protocolVersion': MODERN,
      'io.modelcontextprotocol/clientCapabilities': { elicitation: {} },
      'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1.0.0' },
    },
  },
});

async function park(url, token) {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${token}`,
    'mcp-protocol-version': MODERN,
    'mcp-method': 'tools/call',
    'mcp-name': 'ask',
  };
  const text = await (await fetch(url, { method: 'POST', headers, body: BODY })).text();
  if (!text.includes('input_required')) throw new Error(`a call that should wait was answered with ${text.slice(0, 300)}`);
}

/** Parks calls. @returns how many, and how many KB of resident memory each of them took. */
export async function parkedKb({ origin, rest, pid }, upstreamPort) {
  await rest('POST', '/workspaces', { name: 'Parked', slug: 'parked' });
  await rest('POST', '/servers', {
    name: 'Asking',
    slug: 'asking',
    transport: { type: 'streamable-http', url: `http://127.0.0.1:${upstreamPort}/mcp`, era: 'legacy' },
  });
  await rest('POST', '/workspaces/parked/servers', { server: 'asking' });
  const url = `${origin}/api/gw/parked`;
  const tokens = [];
  for (let index = 0; index < TOKENS; index++) tokens.push((await rest('POST', '/workspaces/parked/tokens', { name: `t${index}` })).token);
  // The first ones pay for what all of them share.
  for (const token of tokens) await park(url, token);
  const before = residentMb(pid());
  let calls = 0;
  for (; calls < (CALLS_PER_TOKEN - 1) * TOKENS; calls += TOKENS) await Promise.all(tokens.map((token) => park(url, token)));
  return { calls, kb: ((residentMb(pid()) - before) * 1024) / calls };
}

/** Starts the server whose tool asks back. @returns its port */
export async function startAskingUpstream() {
  const child = start(CORE.others, [process.execPath, 'bench/asking-upstream.mjs']);
  const [, port] = await lineOf(child, /^(\d+)$/m);
  return port;
}
