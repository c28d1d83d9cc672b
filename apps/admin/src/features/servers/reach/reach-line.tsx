import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { reachQuery } from './reach.queries';
import { reachText as text } from './reach.text';

/** Says before a change whom it reaches. @param version where it touches those alone who are served this one */
export function ReachLine({ server, version }: { server: string; version?: number }) {
  const reach = useQuery(reachQuery(server, version));
  if (reach.error) return <ProblemAlert error={reach.error} />;
  if (!reach.data) return <Skeleton height={20} width={260} />;
  return (
    <Text size="sm" fw={500} component="p" m={0}>
      {text.line(reach.data.workspaces, reach.data.activeTokens)}
    </Text>
  );
}
