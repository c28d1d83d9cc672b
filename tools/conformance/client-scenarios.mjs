// The suite's client scenarios: the suite is the server, and behind the gateway it sees the gateway's own manners as a client.
import { createServer } from 'node:http';
import { runClientScenario } from './suite.mjs';

const CLIENT = 'tools/conformance/scenario-client.mjs';
/** Scenarios of each revision, with the number of checks that a client passes which exercises all of them. */
const SCENARIOS = {
  '2026-07-28': {
    tools_call: 2,
    'request-metadata': 8,
    'http-standard-headers': 9,
    'http-custom-headers': 18,
    'http-invalid-tool-headers': 12,
    'sep-2322-client-request-state': 5,
    'json-schema-ref-no-deref': 1,
    'json-schema-2020-12-preservation': 9,
  },
  '2025-11-25': { initialize: 1, tools_call: 2, 'sse-retry': 3, 'elicitation-sep1034-client-defaults': 5 },
};

export const CLIENT_ROWS = Object.entries(SCENARIOS).flatMap(([revision, scenarios]) =>
  Object.entries(scenarios).map(([scenario, fewest]) => ({ revision, scenario, fewest })),
);

/** Both ways of each scenario. Nothing of them cannot pass, so their baseline is empty. */
export const CLIENT_RUNS = CLIENT_ROWS.flatMap(({ revision, scenario, fewest }) =>
  ['direct', 'gateway'].map((way) => ({
    suite: 'client',
    revision,
    scenario,
    fewest,
    way,
    name: `client ${revision} ${scenario} ${way}`,
    baseline: 'client',
  })),
);

export async function runClient(stage, { revision, scenario, way }) {
  const command = `${process.execPath} ${CLIENT}`;
  if (way === 'direct') return runClientScenario(scenario, revision, command);
  const gateway = await stage.gateway(way);
  const publisher = await startPublisher(gateway);
  try {
    return await runClientScenario(scenario, revision, command, { PUBLISH_URL: publisher.url });
  } finally {
    publisher.close();
  }
}

/** Lets the client, a process of its own, have the suite's server put into a workspace by POST, and taken out by DELETE. */
async function startPublisher(gateway) {
  let withdraw = async () => undefined;
  const answer = async (request) => {
    if (request.method === 'DELETE') return withdraw();
    let url = '';
    for await (const chunk of request) url += chunk;
    const published = await gateway.publish([{ type: 'streamable-http', url }]);
    withdraw = published.withdraw;
    return { url: published.urls[0], token: published.token };
  };
  const server = createServer((request, response) => {
    answer(request)
      .then((body) => response.writeHead(200).end(JSON.stringify(body)))
      .catch((error) => response.writeHead(500).end(error.message));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
