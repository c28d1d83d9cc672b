import { Select, Text } from '@mantine/core';
import type { Exposure } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormModal } from '../../../patterns/form-modal';
import { versionsQuery } from '../servers.queries';
import { VersionDifference } from '../upgrade/version-difference';
import { useStartCanary } from './canary.mutations';
import { CanaryReach, type Reach } from './canary-reach';
import { canaryText as text } from './canary.text';

/** Begins to serve some clients another version, after showing what it changes. */
export function CanaryStart({ slug, exposure, onClose }: { slug: string; exposure: Exposure; onClose: () => void }) {
  const { server, version: pinned, latestApproved } = exposure;
  const versions = useQuery(versionsQuery(server.slug));
  const start = useStartCanary(slug, server.slug);
  const [picked, setPicked] = useState<number | null>(latestApproved !== null && latestApproved !== pinned ? latestApproved : null);
  const [reach, setReach] = useState<Reach>({ sharePercent: 10, tokens: [] });
  const others = (versions.data ?? []).filter(({ number, state }) => state === 'approved' && number !== pinned);
  const reachesSomebody = reach.sharePercent > 0 || reach.tokens.length > 0;
  return (
    <FormModal
      opened
      onClose={onClose}
      size="xl"
      title={text.startTitle(server.name)}
      lead={text.startLead}
      submitLabel={text.start}
      canSubmit={picked !== null && reachesSomebody}
      pending={start.isPending}
      error={start.error ?? versions.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (picked !== null) start.mutate({ version: picked, ...reach }, { onSuccess: onClose });
      }}
    >
      {versions.data && others.length === 0 ? (
        <Text size="sm">{text.noVersion}</Text>
      ) : (
        <Select
          label={text.version}
          allowDeselect={false}
          data={others.map(({ number, note }) => ({ value: String(number), label: note ? `v${number} · ${note}` : `v${number}` }))}
          value={picked === null ? null : String(picked)}
          onChange={(value) => setPicked(Number(value))}
        />
      )}
      <CanaryReach slug={slug} reach={reach} onChange={setReach} />
      {!reachesSomebody && (
        <Text size="sm" c="dimmed">
          {text.nobody}
        </Text>
      )}
      {picked !== null && <VersionDifference server={server.slug} from={pinned} to={picked} />}
    </FormModal>
  );
}
