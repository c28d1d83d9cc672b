import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import type { Role } from '@mcpnest/shared/permissions';
import type { Member } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { useMe } from '../../lib/session.queries';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { DataTable } from '../../patterns/data-table';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { useFreeze } from '../../patterns/use-freeze';
import { QueryView } from '../../patterns/query-view';
import { AnchorLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { memberColumns, who } from './member-columns';
import { MemberInvite } from './member-invite';
import { useChangeRole, useRemoveMember } from './members.mutations';
import { membersQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.members;

/** Who belongs to a workspace, in which role. */
export function MembersPage({ slug }: { slug: string }) {
  const members = useInfiniteQuery(membersQuery(slug));
  const changeRole = useChangeRole(slug);
  const remove = useRemoveMember(slug);
  const mayWrite = useCan('members:write', slug);
  const { id } = useMe();
  const [inviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const freeze = useFreeze(slug);
  const close = () => {
    setRemoving(null);
    remove.reset();
  };
  const invite = (
    <PermissionGate permission="members:write" workspace={slug}>
      {(allowed) => (
        <Button leftSection={<IconUserPlus size={16} />} disabled={!allowed} onClick={() => setInviting(true)}>
          {text.invite}
        </Button>
      )}
    </PermissionGate>
  );
  const onRole = (member: Member, role: Role) => {
    if (member.userId) changeRole.mutate({ userId: member.userId, role });
  };
  return (
    <Page
      title={text.title}
      lead={
        <>
          {text.lead}{' '}
          <AnchorLink to="/settings/permissions" underline="always">
            {text.permissions}
          </AnchorLink>
        </>
      }
      actions={invite}
    >
      <Panel flush>
        <QueryView query={members}>
          {({ pages }) => (
            <DataTable
              label={text.title}
              columns={memberColumns({
                myId: id,
                mayWrite,
                onRole,
                onRemove: setRemoving,
                onFreeze: freeze && (({ email }) => freeze('member', email)),
              })}
              rows={pages.flatMap((page) => page.data)}
              rowKey={({ email }) => email}
              onMore={members.hasNextPage ? () => void members.fetchNextPage() : undefined}
              loadingMore={members.isFetchingNextPage}
            />
          )}
        </QueryView>
      </Panel>
      <MemberInvite slug={slug} opened={inviting} onClose={() => setInviting(false)} />
      <ConfirmDanger
        opened={removing !== null}
        onClose={close}
        title={text.removeTitle(removing ? who(removing) : '')}
        confirmLabel={text.remove}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => removing?.userId && remove.mutate(removing.userId, { onSuccess: close })}
      >
        {text.removeLead}
      </ConfirmDanger>
    </Page>
  );
}
