import { Alert } from '@mantine/core';
import type { PublishedTool } from '@mcpnest/api-client';
import { serversText } from './servers.text';
import { reasonWords } from './test-trace';

const text = serversText.tools;

/** How many tools clients are known to bear, largest first. */
const CLIENT_LIMITS: [client: string, tools: number][] = [
  ['VS Code', 128],
  ['Cursor', 80],
];

interface ToolNoticesProps {
  tools: readonly PublishedTool[];
  problems: readonly { server: string; reason: string; detail?: string | null }[];
}

/** Servers that could not be asked for a list. */
export function ListProblems({ problems }: Pick<ToolNoticesProps, 'problems'>) {
  return problems.map(({ server, reason, detail }) => (
    <Alert key={server} color="yellow" variant="light" title={text.problem(server)}>
      {reasonWords(reason).title} {detail}
    </Alert>
  ));
}

/** Servers that could not be asked, and whether clients will bear the number of tools. */
export function ToolNotices({ tools, problems }: ToolNoticesProps) {
  const published = tools.filter((tool) => tool.published).length;
  const tight = CLIENT_LIMITS.find(([, limit]) => published > limit);
  return (
    <>
      <ListProblems problems={problems} />
      {tight && (
        <Alert color="yellow" variant="light">
          {text.warn(published, ...tight)}
        </Alert>
      )}
    </>
  );
}
