import { Alert } from '@mantine/core';
import { serversText } from './servers.text';
import { reasonWords } from './test-trace';

const text = serversText.tools;

interface ListProblemsProps {
  problems: readonly { server: string; reason: string; detail?: string | null }[];
}

/** Servers that could not be asked for a list. */
export function ListProblems({ problems }: ListProblemsProps) {
  return problems.map(({ server, reason, detail }) => (
    <Alert key={server} color="yellow" variant="light" title={text.problem(server)}>
      {reasonWords(reason).title} {detail}
    </Alert>
  ));
}
