import { Select, Text } from '@mantine/core';
import type { Server, Version } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holds } from '../../../lib/permissions';
import { useMe } from '../../../lib/session.queries';
import { FormModal } from '../../../patterns/form-modal';
import { exposuresQuery } from '../servers.queries';
import { UpgradeReach } from './upgrade-reach';
import { upgradeText as text } from './upgrade.text';
import { useVersionMoves } from './use-version-moves';
import { VersionDifference } from './version-difference';

/** Moves one of one's workspaces to a version, after showing what it changes there. */
export function VersionUse({ server, version, onClose }: { server: Server; version: Version; onClose: () => void }) {
  const me = useMe();
  const own = me.workspaces.filter((one) => holds(me, 'exposures:write', one.slug));
  const [slug, setSlug] = useState<string | null>(own.length === 1 ? (own[0]?.slug ?? null) : null);
  const exposures = useQuery({ ...exposuresQuery(slug ?? ''), enabled: slug !== null });
  const { upgrade, pending } = useVersionMoves(slug ?? '');
  const exposure = exposures.data?.find((one) => one.server.id === server.id);
  const moves = exposure !== undefined && exposure.version !== version.number;
  return (
    <FormModal
      opened
      onClose={onClose}
      size="xl"
      title={text.useOf(version.number)}
      lead={text.lead}
      submitLabel={text.pin(version.number)}
      canSubmit={moves}
      pending={pending}
      error={exposures.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (exposure) upgrade(exposure, version.number).then(onClose, () => undefined);
      }}
    >
      <Select
        label={text.workspace}
        placeholder={text.pickWorkspace}
        searchable
        data={own.map((one) => ({ value: one.slug, label: one.name }))}
        value={slug}
        onChange={setSlug}
      />
      {slug !== null && exposures.data && !exposure && <Text size="sm">{text.notExposed}</Text>}
      {exposure && !moves && <Text size="sm">{text.already}</Text>}
      {exposure && moves && slug !== null && <UpgradeReach slug={slug} server={server.slug} from={exposure.version} to={version.number} />}
      {exposure && moves && <VersionDifference server={server.slug} from={exposure.version} to={version.number} />}
    </FormModal>
  );
}
