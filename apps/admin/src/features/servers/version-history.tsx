import { Button, Center, Text, Timeline } from '@mantine/core';
import type { VersionStep } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { patternsText } from '../../patterns/patterns.text';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import { versionHistoryQuery } from './servers.queries';
import { serversText } from './servers.text';

const text = serversText.history;
const wordOf = (state: string): string =>
  Object.hasOwn(serversText.states, state) ? serversText.states[state as keyof typeof serversText.states] : state;

const stepTitle = ({ version, from, to }: VersionStep): string =>
  from === null ? text.made(version, wordOf(to)) : text.moved(version, wordOf(from), wordOf(to));

/** Who moved which version to which state, when and why, as the ledger has it. */
export function VersionHistory({ server }: { server: string }) {
  const history = useInfiniteQuery(versionHistoryQuery(server));
  return (
    <Panel title={text.title} description={text.lead}>
      <QueryView query={history}>
        {({ pages }) => (
          <Timeline bulletSize={14} lineWidth={2} active={-1} aria-label={text.title}>
            {pages
              .flatMap((page) => page.data)
              .map((step) => (
                <Timeline.Item key={step.number} title={<Text size="sm">{stepTitle(step)}</Text>}>
                  <Text size="xs" c="dimmed" component="div">
                    {step.actor.name} · <TimeAgo at={step.createdAt} />
                  </Text>
                  {step.note && (
                    <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                      {step.note}
                    </Text>
                  )}
                </Timeline.Item>
              ))}
          </Timeline>
        )}
      </QueryView>
      {history.hasNextPage && (
        <Center pt="md">
          <Button variant="default" size="xs" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {patternsText.more}
          </Button>
        </Center>
      )}
    </Panel>
  );
}
