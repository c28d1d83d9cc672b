import { readdirSync, readFileSync } from 'node:fs';
import { CALL_OUTCOMES } from '@mcpnest/shared/audit';
import typescript from 'typescript';
import { code, page, table } from './markdown.mjs';

const FOLDER = 'libs/shared/src/audit';

/** Event names and the types of their facts, read from the interfaces `<Room>Events`. */
function eventsOf(file) {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const source = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest, true);
  const tables = source.statements.filter(
    (statement) => typescript.isInterfaceDeclaration(statement) && statement.name.text.endsWith('Events'),
  );
  return tables.flatMap(({ members }) => members.map((member) => ({ name: member.name.text, facts: member.type.members.map(factOf) })));
}

const factOf = (member) => ({ name: member.name.text, type: member.type.getText() });

/** docs/reference/audit-events.md: every administrative fact, and what may become of a call. */
export function auditEventsPage() {
  const rooms = readdirSync(FOLDER)
    .filter((file) => file.endsWith('-events.ts'))
    .sort();
  const events = rooms.map((file) => {
    const rows = eventsOf(file).map(({ name, facts }) => [code(name), facts.map((fact) => `${code(fact.name)}: ${fact.type}`).join('; ')]);
    return `## ${file.replace('-events.ts', '')}\n\n${table(['event', 'facts'], rows)}`;
  });
  const outcomes = table(
    ['outcome', 'status'],
    Object.entries(CALL_OUTCOMES).map(([outcome, statuses]) => [code(outcome), statuses.join(', ')]),
  );
  return page('Audit events', `\`${FOLDER}/\``, [
    'The ledger holds one row for each administrative fact, written in the transaction of the change itself: number, time, actor, event, subject, workspace, and the facts below. Fields are added, never renamed; secrets and addresses never stand in them.',
    ...events,
    `## What became of a tool call\n\nEvery tool call received with a valid token is one row of \`mcp_tool_calls\`, metadata only.\n\n${outcomes}`,
  ]);
}
