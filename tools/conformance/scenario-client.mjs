// The client of the suite's client scenarios: does with a server whatever it offers. Run by the suite as `scenario-client.mjs {url}`.
// Where PUBLISH_URL is set, it has the gateway put that server into a workspace, and talks to the gateway instead.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { z } from 'zod';

const SAMPLES = { string: 'sample', number: 3, integer: 3, boolean: true, array: [], object: {} };
const anything = z.looseObject({});

async function destination(url) {
  const publish = process.env.PUBLISH_URL;
  if (!publish) return { url, headers: {} };
  const response = await fetch(publish, { method: 'POST', body: url });
  if (!response.ok) throw new Error(await response.text());
  const { url: published, token } = await response.json();
  return { url: published, headers: { authorization: `Bearer ${token}` } };
}

async function connect() {
  const isModern = process.env.MCP_CONFORMANCE_PROTOCOL_VERSION === '2026-07-28';
  const { url, headers } = await destination(process.argv.at(-1));
  const client = new Client(
    { name: 'scenario-client', version: '1.0.0' },
    { capabilities: { elicitation: { form: {} }, sampling: {}, roots: {} }, versionNegotiation: { mode: isModern ? 'auto' : 'legacy' } },
  );
  client.setRequestHandler('elicitation/create', ({ params }) => ({ action: 'accept', content: filledIn(params.requestedSchema) }));
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  return client;
}

/** A form as a person leaves it who accepts what is offered. */
function filledIn({ properties = {} }) {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, schema.default ?? SAMPLES[schema.type]]));
}

async function callTools(client) {
  const known = await client.listTools();
  // The library hides tools that it must not call. Behind the gateway that is the gateway's duty: the list as it is on the wire.
  const { tools } = process.env.PUBLISH_URL ? await client.request({ method: 'tools/list', params: {} }, anything) : known;
  const { toolCalls } = JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? '{}');
  for (const call of toolCalls ?? tools.map((tool) => sampleCall(tool, tools))) {
    await client.callTool(call).catch((error) => process.stderr.write(`${call.name}: ${error.message}\n`));
  }
}

function sampleCall({ name, inputSchema }, tools) {
  const required = new Set(inputSchema.required);
  const given = Object.entries(inputSchema.properties ?? {}).filter(([key]) => required.has(key));
  const values = Object.fromEntries(given.map(([key, { type }]) => [key, SAMPLES[type]]));
  // The one tool that wants something of the list: another tool's schema, as it came.
  if (name === 'json_schema_echo') values.schema = tools.find((tool) => tool.name === 'json_schema_2020_12_tool').inputSchema;
  return { name, arguments: values };
}

const client = await connect();
const { tools, resources, prompts } = client.getServerCapabilities() ?? {};
if (tools) await callTools(client);
if (resources) for (const { uri } of (await client.listResources()).resources) await client.readResource({ uri });
if (prompts) for (const { name } of (await client.listPrompts()).prompts) await client.getPrompt({ name });
await client.close();
// The suite's server ends when nobody is connected any more.
if (process.env.PUBLISH_URL) await fetch(process.env.PUBLISH_URL, { method: 'DELETE' });
