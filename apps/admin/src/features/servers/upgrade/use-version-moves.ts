import { showUndo } from '../../../patterns/undo-toast';
import { useRollback, useUpdateExposure } from '../exposures.mutations';
import { upgradeText as text } from './upgrade.text';

/** A server of a workspace and the version it leaves. */
interface Pinned {
  server: { slug: string; name: string };
  version: number;
}

/** Moves a workspace's server to another version; each move can be taken back at one click. */
export function useVersionMoves(slug: string) {
  const update = useUpdateExposure(slug);
  const rollback = useRollback(slug);
  const goBack = ({ server, version }: Pinned, to: number, undoable = true) =>
    rollback.mutate(
      { server: server.slug, version: to },
      {
        onSuccess: () => {
          if (undoable) showUndo(text.wentBack(server.name, to), () => goBack({ server, version: to }, version, false));
        },
      },
    );
  const upgrade = async ({ server, version }: Pinned, to: number) => {
    await update.mutateAsync({ server: server.slug, version: to });
    showUndo(text.upgraded(server.name, to), () => goBack({ server, version: to }, version, false), text.goBack);
  };
  return { goBack, upgrade, pending: update.isPending || rollback.isPending };
}
