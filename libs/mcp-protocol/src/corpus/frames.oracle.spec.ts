/** The reference SDK sorts the frames of clients as we do, whatever their revision. */
import { classifyInboundRequest } from '@modelcontextprotocol/server';
import november2024 from './frames/2024-11-05.json' with { type: 'json' };
import march2025 from './frames/2025-03-26.json' with { type: 'json' };
import june2025 from './frames/2025-06-18.json' with { type: 'json' };
import november2025 from './frames/2025-11-25.json' with { type: 'json' };
import july2026 from './frames/2026-07-28.json' with { type: 'json' };

interface Frame {
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly expect: string;
}
interface Revision {
  readonly revision: string;
  readonly client: readonly Frame[];
}

const REVISIONS = [november2024, march2025, june2025, november2025, july2026] as unknown as readonly Revision[];
const frames = REVISIONS.flatMap(({ revision, client }) => client.map((frame) => ({ ...frame, revision })));

it.each(frames)('$revision: $name is $expect', ({ body, headers = {}, expect: expected }) => {
  const outcome = classifyInboundRequest({
    httpMethod: 'POST',
    body,
    protocolVersionHeader: headers['mcp-protocol-version'],
    mcpMethodHeader: headers['mcp-method'],
    mcpNameHeader: headers['mcp-name'],
  });
  const kind = outcome.kind === 'modern' ? outcome.messageKind : outcome.kind === 'legacy' ? outcome.reason : outcome.code;
  expect(`${outcome.kind} ${kind === 'no-claim' ? 'request' : kind}`).toBe(expected);
});
