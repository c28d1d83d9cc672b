import type { Exposure } from '@mcpnest/api-client';
import { CanaryRun } from './canary-run';
import { CanaryStart } from './canary-start';

interface CanaryDialogProps {
  slug: string;
  exposure: Exposure;
  mayWrite: boolean;
  onClose: () => void;
}

/** Starts a canary of a server in a workspace, or shows the one that runs. */
export function CanaryDialog({ slug, exposure, mayWrite, onClose }: CanaryDialogProps) {
  return exposure.canary ? (
    <CanaryRun slug={slug} exposure={exposure} mayWrite={mayWrite} onClose={onClose} />
  ) : (
    <CanaryStart slug={slug} exposure={exposure} onClose={onClose} />
  );
}
