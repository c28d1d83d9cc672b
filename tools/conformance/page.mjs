// docs/reference/conformance.md: the table and everything that does not pass, with its reason.
import { readFileSync, readdirSync } from 'node:fs';
import { clientTableOf, tableOf } from './table.mjs';

const BASELINES = 'apps/api-e2e/conformance/baselines';

export function pageOf(results) {
  return `# Conformance

> Written by \`npm run conformance -- --write\`. Do not edit.

The official MCP conformance suite against a fixture server, by itself and through the gateway. A cell says how many of the
required scenarios pass and how many checks; \`–\` is a run that makes no sense, such as a suite without a handshake against a
server that knows nothing else. Scenarios of extensions that neither the fixture nor the gateway offers are left out. Checks of
event streams are fewer through the gateway: it answers with one JSON object where a server says nothing before its answer, and
keeps its own stream open where a server closes one to be asked again.

${tableOf(results)}

In the suite's client scenarios the suite is the server. Behind the gateway it sees the gateway's manners as a client.

${clientTableOf(results)}

## What cannot pass

Each is impossible by the nature of the two revisions, and listed in \`${BASELINES}\`.

${readdirSync(BASELINES)
  .filter((name) => name.endsWith('.yml'))
  .sort()
  .map(section)
  .join('\n\n')}
`;
}

/** Comment lines of a baseline file are the reasons of the entries below them. */
function section(name) {
  const lines = readFileSync(`${BASELINES}/${name}`, 'utf8').split('\n');
  const items = [];
  let reason = [];
  for (const line of lines) {
    const [, comment] = /^\s*# ?(.*)$/.exec(line) ?? [];
    const [, entry] = /^\s*- (\S+)/.exec(line) ?? [];
    if (comment !== undefined) reason.push(comment);
    if (entry) {
      items.push(`- \`${entry}\`: ${reason.join(' ')}`);
      reason = [];
    }
  }
  return `### ${name.replace(/\.yml$/, '').replaceAll('-on-', ' on ')}\n\n${items.join('\n')}`;
}
