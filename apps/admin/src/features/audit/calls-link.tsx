import type { ReactNode } from 'react';
import { AnchorLink } from '../../ui/links';
import type { CallsSearch } from './calls-search';

interface CallsLinkProps {
  /** Null: over all workspaces. */
  slug: string | null;
  search: CallsSearch;
  title?: string;
  children: ReactNode;
}

/** Leads to the calls that make a number. */
export function CallsLink({ slug, search, title, children }: CallsLinkProps) {
  return slug === null ? (
    <AnchorLink {...(title === undefined ? {} : { title })} inherit underline="always" to="/activity/calls" search={search}>
      {children}
    </AnchorLink>
  ) : (
    <AnchorLink
      {...(title === undefined ? {} : { title })}
      inherit
      underline="always"
      to="/w/$slug/calls"
      params={{ slug }}
      search={search}
    >
      {children}
    </AnchorLink>
  );
}
