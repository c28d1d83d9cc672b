import { Alert, Badge, Code, Group, Stack, Text } from '@mantine/core';
import type { LockChange } from '@mcpnest/api-client';
import { DefinitionDiff } from '../../../patterns/diff/definition-diff';
import { VisibleText } from '../../../patterns/diff/visible-text';
import { TimeAgo } from '../../../patterns/time-ago';
import { AnchorLink } from '../../../ui/links';
import { Panel } from '../../../ui/panel';
import { ChangeBadges, nameOf } from './change-list';
import { changesText as text } from './changes.text';
import { DecisionButtons } from './decision-buttons';
import type { ChangeDecision } from './changes.mutations';
import { RiskList } from './risk-marks';

interface ChangeDetailProps {
  change: LockChange;
  pending: boolean;
  onDecide: (decision: ChangeDecision) => void;
}

function Affected({ change: { workspaces, workspaceCount } }: { change: LockChange }) {
  if (workspaces.length === 0) return null;
  return (
    <Group gap="xs" aria-label={text.affected} role="group">
      {workspaces.map(({ slug, name, activeTokens }) => (
        <Badge key={slug} variant="outline" color="gray" tt="none">
          {text.workspace(name, activeTokens)}
        </Badge>
      ))}
      {workspaceCount > workspaces.length && <Text size="xs">{text.moreWorkspaces(workspaceCount - workspaces.length)}</Text>}
    </Group>
  );
}

/** One change: what differs, why it deserves a look, whom it touches, and what can be decided. */
export function ChangeDetail({ change, pending, onDecide }: ChangeDetailProps) {
  const { kind, key, server, version, approved, seen, marks, decided } = change;
  return (
    <Panel title={nameOf(change)}>
      <Stack gap="md">
        <Group gap="xs">
          <Text size="sm">{text.kinds[kind]}</Text>
          {key !== '' && (
            <Code style={{ overflowWrap: 'anywhere' }}>
              <VisibleText>{key}</VisibleText>
            </Code>
          )}
          <AnchorLink to="/catalogue/$server" params={{ server: server.slug }} size="sm">
            {server.name} {text.version(version)}
          </AnchorLink>
          <ChangeBadges change={change} />
        </Group>
        <Text size="sm">
          {text.affects(change.workspaceCount, change.activeTokens)} {text.explain[change.change]}
        </Text>
        <Affected change={change} />
        {decided && (
          <Text size="sm" c="dimmed">
            {text.decidedBy(decided.name)}, <TimeAgo at={decided.at} />
            {decided.note && `: ${decided.note}`}
          </Text>
        )}
        {marks.length > 0 && (
          <Alert variant="light" color="red" title={text.risk}>
            <RiskList marks={marks} />
          </Alert>
        )}
        <DefinitionDiff from={approved?.text ?? null} to={seen?.text ?? null} />
        <DecisionButtons isNew={approved === null} pending={pending} onDecide={onDecide} />
      </Stack>
    </Panel>
  );
}
