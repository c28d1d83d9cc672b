import type { ButtonProps } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import type { Permission } from '@mcpnest/shared/permissions';
import type { ReactNode } from 'react';
import { holds } from '../../../lib/permissions';
import { useMe } from '../../../lib/session.queries';
import { ButtonLink } from '../../../ui/links';
import type { MineSearch } from './requests-search';
import { useAskingSlug } from './use-asking-slug';

interface AskLinkProps {
  ask: NonNullable<MineSearch['ask']>;
  /** Slug of the server it is about. */
  server?: string;
  /** The workspace to ask in; else one of the person's. */
  slug?: string;
  /** Who holds this does it themselves and needs no request. */
  unless: Permission;
  size?: ButtonProps['size'];
  children: ReactNode;
  /** What stands here for people who need no request, or may not make one. */
  otherwise: ReactNode;
}

/** The way for people who may not do something themselves: to a request for it. */
export function AskLink({ ask, server, slug, unless, size = 'sm', children, otherwise }: AskLinkProps) {
  const me = useMe();
  const any = useAskingSlug();
  const at = slug ?? any;
  if (at === null || holds(me, unless, slug) || !holds(me, 'requests:create', at)) return <>{otherwise}</>;
  return (
    <ButtonLink
      to="/w/$slug/requests"
      params={{ slug: at }}
      search={server === undefined ? { ask } : { ask, server }}
      variant="default"
      size={size}
      leftSection={<IconMessageQuestion size={16} />}
    >
      {children}
    </ButtonLink>
  );
}
