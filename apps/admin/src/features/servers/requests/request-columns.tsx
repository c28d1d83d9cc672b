import { Badge, Checkbox, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ServerRequest } from '@mcpnest/api-client';
import type { Column } from '../../../patterns/data-table';
import { TimeAgo } from '../../../patterns/time-ago';
import type { Decision } from './requests.mutations';
import { requestsText as text } from './requests.text';

const COLORS: Record<ServerRequest['state'], string> = { open: 'blue', approved: 'teal', denied: 'red', withdrawn: 'gray' };

export function RequestState({ state }: { state: ServerRequest['state'] }) {
  return (
    <Badge variant="light" color={COLORS[state]} tt="none" miw="max-content">
      {text.states[state]}
    </Badge>
  );
}

/** Which requests of the queue are selected, and what is about to become of them. */
interface Queue {
  marked: ReadonlySet<string>;
  toggle: (request: ServerRequest) => void;
  waiting: ReadonlyMap<string, Decision>;
}

interface RequestColumns {
  onOpen: (request: ServerRequest) => void;
  queue?: Queue;
}

const selectColumn = ({ marked, toggle }: Queue): Column<ServerRequest> => ({
  key: 'select',
  label: text.queue.selectAll,
  quiet: true,
  width: 40,
  render: (request) =>
    request.mayDecide && (
      <Checkbox
        size="sm"
        checked={marked.has(request.id)}
        aria-label={text.queue.select(request.name)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => toggle(request)}
      />
    ),
});

function StateCell({ state, soon }: { state: ServerRequest['state']; soon: Decision | undefined }) {
  if (!soon) return <RequestState state={state} />;
  return (
    <Badge variant="outline" color={soon.decision === 'approve' ? 'teal' : 'red'} tt="none" miw="max-content">
      {text.queue.soon[soon.decision]}
    </Badge>
  );
}

/** The columns of a list of requests; the queue also says for which workspace and who deals with it. */
export function requestColumns({ onOpen, queue }: RequestColumns): Column<ServerRequest>[] {
  const across: Column<ServerRequest>[] = [
    { key: 'workspace', label: text.workspace, render: ({ workspace }) => workspace.name },
    { key: 'assignee', label: text.assignee, render: ({ assignee }) => assignee?.name ?? '–' },
  ];
  return [
    ...(queue ? [selectColumn(queue)] : []),
    {
      key: 'name',
      label: text.name,
      render: (request) => (
        <Stack gap={0} maw={340}>
          <UnstyledButton
            fw={600}
            fz="sm"
            data-request={request.id}
            aria-label={text.openIt(request.name)}
            onClick={(event) => {
              event.stopPropagation();
              onOpen(request);
            }}
          >
            {request.name}
          </UnstyledButton>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {request.reason}
          </Text>
        </Stack>
      ),
    },
    { key: 'kind', label: text.kind, render: ({ kind }) => text.kinds[kind] },
    { key: 'by', label: text.by, render: ({ requestedBy }) => requestedBy.name },
    ...(queue ? across : []),
    { key: 'age', label: text.age, render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
    { key: 'state', label: text.state, render: ({ id, state }) => <StateCell state={state} soon={queue?.waiting.get(id)} /> },
  ];
}
