import { Select } from '@mantine/core';
import type { Token } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCan } from '../../lib/permissions';
import { permissionWords } from '../../patterns/permission-gate';
import { who } from './member-columns';
import { membersQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

interface TokenNewOwnerProps {
  slug: string;
  token: Token;
  /** User id; empty: whose the old one is. */
  value: string;
  onChange: (userId: string) => void;
}

/** Whose the new token is. Who may not give tokens to others sees whose it stays, and who could. */
export function TokenNewOwner({ slug, token: { owner }, value, onChange }: TokenNewOwnerProps) {
  const mayPass = useCan('tokens:write', slug);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({ ...membersQuery(slug), enabled: mayPass });
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const members = (data?.pages ?? []).flatMap((page) => page.data).filter(({ userId }) => userId !== owner?.userId);
  const former = owner ? (owner.name ?? owner.email) : text.ownerWorkspace;
  const hint = value === '' ? text.newOwnerHint : text.newOwnerPasses(former);
  return (
    <Select
      label={text.newOwner}
      description={mayPass ? hint : permissionWords('tokens:write', slug)}
      disabled={!mayPass}
      searchable
      allowDeselect={false}
      value={value}
      onChange={(chosen) => onChange(chosen ?? '')}
      data={[
        { value: '', label: text.ownerStays(former) },
        ...members.flatMap((member) => (member.state === 'active' ? [{ value: member.userId, label: who(member) }] : [])),
      ]}
    />
  );
}
