import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Canary, Exposure } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '../../../lib/format';
import { patternsText } from '../../../patterns/patterns.text';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { QueryView } from '../../../patterns/query-view';
import { CanaryFigures } from './canary-figures';
import { useCanary } from './canary.mutations';
import { canaryQuery } from './canary.queries';
import { CanaryReach, type Reach } from './canary-reach';
import { canaryText as text } from './canary.text';

interface CanaryRunProps {
  slug: string;
  exposure: Exposure;
  mayWrite: boolean;
  onClose: () => void;
}

/** How a running canary does, and what can be done with it. */
export function CanaryRun({ slug, exposure, mayWrite, onClose }: CanaryRunProps) {
  const { server } = exposure;
  const canary = useQuery(canaryQuery(slug, server.slug));
  const version = canary.data?.version ?? exposure.canary?.version ?? exposure.version;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{text.title(server.name, version)}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      <QueryView query={canary}>
        {(running) => <Running key={running.etag} slug={slug} exposure={exposure} canary={running} mayWrite={mayWrite} onClose={onClose} />}
      </QueryView>
    </Modal>
  );
}

function Running({ slug, exposure: { server }, canary, mayWrite, onClose }: CanaryRunProps & { canary: Canary }) {
  const { change, promote, end } = useCanary(slug, server.slug);
  const [reach, setReach] = useState<Reach>({ sharePercent: canary.sharePercent, tokens: canary.tokens.map(({ id }) => id) });
  const { etag, version, pinnedVersion } = canary;
  const done = (message: string) => ({
    onSuccess: () => {
      notifications.show({ color: 'teal', message });
      onClose();
    },
  });
  const problem = change.error ?? promote.error ?? end.error;
  const reachesSomebody = reach.sharePercent > 0 || reach.tokens.length > 0;
  const isChanged = reach.sharePercent !== canary.sharePercent || String(reach.tokens) !== String(canary.tokens.map(({ id }) => id));
  const save = () => change.mutate({ etag, ...reach }, { onSuccess: () => notifications.show({ color: 'teal', message: text.saved }) });
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {text.lead(canary.startedBy, formatDateTime(canary.startedAt))}
      </Text>
      <CanaryFigures canary={canary} />
      <CanaryReach slug={slug} reach={reach} chosen={canary.tokens} disabled={!mayWrite} onChange={setReach} />
      {!reachesSomebody && <Text size="sm">{text.nobody}</Text>}
      {problem && <ProblemAlert error={problem} />}
      {mayWrite && (
        <Group justify="space-between">
          <Button
            variant="light"
            color="red"
            loading={end.isPending}
            onClick={() => end.mutate(etag, done(text.ended(server.name, pinnedVersion)))}
          >
            {text.end}
          </Button>
          <Group gap="sm">
            <Button variant="default" disabled={!isChanged || !reachesSomebody} loading={change.isPending} onClick={save}>
              {text.save}
            </Button>
            <Button loading={promote.isPending} onClick={() => promote.mutate(etag, done(text.promoted(server.name, version)))}>
              {text.promote(version)}
            </Button>
          </Group>
        </Group>
      )}
    </Stack>
  );
}
