import type { ReactNode } from 'react';
import { AnchorLink } from '../../ui/links';
import type { CallsSearch } from './calls-search';

/** Leads to the calls that make a number. */
export function CallsLink({ slug, search, children }: { slug: string | null; search: CallsSearch; children: ReactNode }) {
  return slug === null ? (
    <AnchorLink inherit underline="always" to="/activity/calls" search={search}>
      {children}
    </AnchorLink>
  ) : (
    <AnchorLink inherit underline="always" to="/w/$slug/calls" params={{ slug }} search={search}>
      {children}
    </AnchorLink>
  );
}
