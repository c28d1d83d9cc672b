import { Alert, List, Skeleton } from '@mantine/core';
import type { CallAnalytics, VersionDiff } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../../lib/permissions';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { useOfServerQuery, workspaceReachQuery } from '../reach/reach.queries';
import { upgradeText as text } from './upgrade.text';
import { versionDiffQuery } from './upgrade.queries';

const NAMED = 5;

type Group = CallAnalytics['clients'][number];

const named = (groups: readonly Group[]): string => {
  const words = groups.slice(0, NAMED).map(({ label, calls }) => text.used(label, calls));
  return [...words, ...(groups.length > NAMED ? [text.andMore(groups.length - NAMED)] : [])].join(', ');
};

/** What the move changes in the list, and which of it was called lately. */
function toolLines({ definitions }: VersionDiff, use: CallAnalytics | undefined): string[] {
  const tools = definitions.filter(({ kind }) => kind === 'tools');
  if (tools.length === 0) return [];
  const counted = (['removed', 'changed', 'added'] as const).flatMap((change) => {
    const n = tools.filter((one) => one.change === change).length;
    return n > 0 ? [text.tools[change](n)] : [];
  });
  const touched = new Set(tools.filter(({ change }) => change !== 'added').map(({ key }) => key));
  const called = use?.tools.filter(({ label, value }) => touched.has(value ?? label)) ?? [];
  return [`${counted.join(', ')}.`, ...(called.length > 0 ? [text.calledOf(named(called))] : [])];
}

interface UpgradeReachProps {
  slug: string;
  server: string;
  from: number;
  to: number;
}

/** Whom a move to another version reaches in its workspace: tokens, clients, tools in use, and what calls will lack. */
export function UpgradeReach({ slug, server, from, to }: UpgradeReachProps) {
  const reach = useQuery(workspaceReachQuery(server, slug));
  const mayCount = useCan('calls:read', slug);
  const use = useQuery({ ...useOfServerQuery(server, slug), enabled: mayCount });
  const diff = useQuery(versionDiffQuery(server, from, to));
  if (reach.error) return <ProblemAlert error={reach.error} />;
  if (!reach.data) return <Skeleton height={72} />;
  const { activeTokens, otherWorkspaces } = reach.data;
  const unset = diff.data?.credentials.unset ?? [];
  const lines = [
    text.tokens(activeTokens),
    ...(use.data ? [use.data.clients.length > 0 ? text.clients(named(use.data.clients)) : text.noCalls] : []),
    ...(diff.data ? toolLines(diff.data, use.data) : []),
    ...(unset.length > 0 ? [text.lacking(unset.length)] : []),
    text.others(otherWorkspaces),
  ];
  return (
    <Alert variant="light" color={unset.length > 0 ? 'red' : 'blue'} title={text.reach}>
      <List size="sm" spacing={2} style={{ overflowWrap: 'anywhere' }}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
