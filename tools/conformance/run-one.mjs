// One run: a fixture of its own, so that what one run triggers is never heard in another.
import { endChild, readyUrl, startChild } from './children.mjs';
import { startForwarder } from './forwarder.mjs';
import { runServerSuite } from './suite.mjs';

const FIXTURE = 'libs/testkit/dist/fixture/main.js';
/** Unrelated to the fixture, with tools, prompts and resources of its own. */
const DEMO = { type: 'builtin', name: 'demo' };

export async function runOne(stage, { suite, mode, option, way }) {
  const fixture = startChild([FIXTURE, '--mode', mode]);
  try {
    const url = await readyUrl(fixture);
    if (way === 'direct') return await runServerSuite(suite, url.replace('127.0.0.1', 'localhost'));
    const transport = { type: mode === 'sse' ? 'sse' : 'streamable-http', url, ...option };
    const gateway = await stage.gateway(way);
    const { urls, token, withdraw } = await gateway.publish(way === 'second' ? [transport, DEMO] : [transport]);
    const forwarder = await startForwarder(urls, token);
    try {
      return await runServerSuite(suite, forwarder.url);
    } finally {
      forwarder.close();
      await withdraw();
    }
  } finally {
    await endChild(fixture);
  }
}
