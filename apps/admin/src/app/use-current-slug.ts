import type { Me } from '@mcpnest/api-client';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { readLocal, writeLocal } from '../lib/local-store';

/** The workspace at hand: that of the address, else the last one used, else the first. Null when there is none. */
export function useCurrentSlug({ workspaces }: Me): string | null {
  const { slug } = useParams({ strict: false });
  useEffect(() => {
    if (slug && workspaces.some((one) => one.slug === slug)) writeLocal('workspace', slug);
  }, [slug, workspaces]);
  const last = readLocal<string>('workspace');
  return [slug, last].find((one) => one && workspaces.some((workspace) => workspace.slug === one)) ?? workspaces[0]?.slug ?? null;
}
