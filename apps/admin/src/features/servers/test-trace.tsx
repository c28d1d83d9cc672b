import { Group, List, Loader, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { TestReport } from '@mcpnest/api-client';
import { formatMs } from '../../lib/format';
import { problemTitle } from '../../lib/problem-title';
import { FlaggedTools } from './flagged-tools';
import { serversText } from './servers.text';

const text = serversText.test;
type StageName = keyof typeof text.stages;
type Stage = TestReport['stages'][number];
const STAGES = Object.keys(text.stages) as StageName[];

/** What a reason code means and what to do about it. */
export function reasonWords(reason: string | undefined): { title: string | null; hint: string | null } {
  return { title: reason ? (problemTitle(reason) ?? reason) : (reason ?? null), hint: (reason && text.hints[reason]) || null };
}

function StageMark({ stage, running }: { stage: Stage | undefined; running: boolean }) {
  if (running) return <Loader size={20} aria-label={text.running} />;
  const [color, Icon] = !stage ? (['gray', IconMinus] as const) : stage.ok ? (['teal', IconCheck] as const) : (['red', IconX] as const);
  return (
    <ThemeIcon size={22} radius="xl" color={color} variant={stage ? 'light' : 'default'} aria-hidden="true">
      <Icon size={14} />
    </ThemeIcon>
  );
}

function StageWords({ stage }: { stage: Stage }) {
  if (stage.ok)
    return stage.detail ? (
      <Text size="xs" c="dimmed">
        {stage.detail}
      </Text>
    ) : null;
  const { title, hint } = reasonWords(stage.reason);
  return (
    <Stack gap={2}>
      <Text size="sm" c="var(--mantine-color-error)">
        {text.failed}
        {title ? `: ${title}.` : '.'} {stage.detail}
      </Text>
      {hint && <Text size="sm">{hint}</Text>}
    </Stack>
  );
}

/** The stages of a connection test, one after the other, with a plain cause and a remedy where it stopped. */
export function TestTrace({ report, running }: { report: TestReport | undefined; running: boolean }) {
  const found = (name: StageName) => report?.stages.find((stage) => stage.name === name);
  const facts = report?.ok
    ? [
        report.serverInfo && `${report.serverInfo.name} ${report.serverInfo.version}`,
        report.protocolVersion && text.revision(report.protocolVersion),
        report.era && text.era[report.era],
        report.counts?.prompts && text.prompts(report.counts.prompts),
        report.counts?.resources && text.resources(report.counts.resources),
      ]
    : [];
  return (
    <Stack gap="sm" aria-live="polite" aria-busy={running} role="status">
      <List listStyleType="none" spacing="sm" aria-label={text.title}>
        {STAGES.map((name, index) => {
          const stage = found(name);
          return (
            <List.Item key={name}>
              <Group align="flex-start" gap="sm" wrap="nowrap">
                <StageMark stage={stage} running={running && index === 0} />
                <Stack gap={2}>
                  <Text size="sm" fw={stage ? 600 : 400} {...(stage ? {} : { c: 'dimmed' })}>
                    {text.stages[name]}
                    {stage?.ms !== undefined && (
                      <Text span size="xs" c="dimmed" fw={400}>
                        {' '}
                        · {formatMs(stage.ms)}
                      </Text>
                    )}
                  </Text>
                  {stage && <StageWords stage={stage} />}
                </Stack>
              </Group>
            </List.Item>
          );
        })}
      </List>
      {report?.ok && (
        <Text size="sm" fw={600}>
          {text.passed(report.tools?.length ?? 0)}
        </Text>
      )}
      {report?.flagged && report.flagged.length > 0 && <FlaggedTools flagged={report.flagged} />}
      {facts.some(Boolean) && (
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      )}
    </Stack>
  );
}
