import { Button, Group, Select } from '@mantine/core';
import type { ServerRequest } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../../lib/session.queries';
import { useAssignRequest } from './requests.mutations';
import { assigneesQuery } from './requests.queries';
import { requestsText as text } from './requests.text';

/** Who deals with a request. */
export function RequestAssign({ request }: { request: ServerRequest }) {
  const me = useMe();
  const people = useQuery(assigneesQuery(request.id));
  const assign = useAssignRequest();
  const { assignee } = request;
  const known = people.data ?? [];
  const listed = assignee && !known.some(({ userId }) => userId === assignee.userId) ? [...known, assignee] : known;
  const mayTake = assignee?.userId !== me.id && known.some(({ userId }) => userId === me.id);
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={text.assignee}
        placeholder={text.nobody}
        size="xs"
        w={220}
        clearable
        clearButtonProps={{ 'aria-label': `${text.assignee}: ${text.nobody}` }}
        searchable
        data={listed.map(({ userId, name }) => ({ value: userId, label: name }))}
        value={assignee?.userId ?? null}
        disabled={assign.isPending}
        onChange={(userId) => assign.mutate({ request, userId })}
      />
      {mayTake && (
        <Button size="xs" variant="default" loading={assign.isPending} onClick={() => assign.mutate({ request, userId: me.id })}>
          {text.detail.take}
        </Button>
      )}
    </Group>
  );
}
