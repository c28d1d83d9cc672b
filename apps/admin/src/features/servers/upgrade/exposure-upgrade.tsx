import type { Exposure } from '@mcpnest/api-client';
import { FormModal } from '../../../patterns/form-modal';
import { UpgradeReach } from './upgrade-reach';
import { upgradeText as text } from './upgrade.text';
import { useVersionMoves } from './use-version-moves';
import { VersionDifference } from './version-difference';

/** Shows what another version changes, then pins it. */
export function ExposureUpgrade({ slug, exposure, to, onClose }: { slug: string; exposure: Exposure; to: number; onClose: () => void }) {
  const { upgrade, pending } = useVersionMoves(slug);
  const { server, version } = exposure;
  return (
    <FormModal
      opened
      onClose={onClose}
      size="xl"
      title={text.title(server.name, version, to)}
      lead={text.lead}
      submitLabel={text.pin(to)}
      canSubmit
      pending={pending}
      error={null}
      onSubmit={(event) => {
        event.preventDefault();
        upgrade(exposure, to).then(onClose, () => undefined);
      }}
    >
      <UpgradeReach slug={slug} server={server.slug} from={version} to={to} />
      <VersionDifference server={server.slug} from={version} to={to} />
    </FormModal>
  );
}
