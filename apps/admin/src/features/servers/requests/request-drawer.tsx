import { Alert, Button, Divider, Drawer, Group, Kbd, Stack, Text } from '@mantine/core';
import type { ServerRequest } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../../lib/session.queries';
import { patternsText } from '../../../patterns/patterns.text';
import { QueryView } from '../../../patterns/query-view';
import { RequestAssign } from './request-assign';
import { RequestState } from './request-columns';
import { RequestComments } from './request-comments';
import { RequestFacts } from './request-facts';
import { RequestTest } from './request-test';
import { useWithdrawRequest, type Decision } from './requests.mutations';
import { requestQuery } from './requests.queries';
import { requestsText as text } from './requests.text';

/** How the drawer decides; absent where nobody decides from. */
export interface Deciding {
  /** What is about to become of a request. */
  waiting: ReadonlyMap<string, Decision>;
  onUndo: (decision: Decision) => void;
  onApprove: (request: ServerRequest) => void;
  onAmend: (request: ServerRequest) => void;
  onDeny: (request: ServerRequest) => void;
}

function Key({ name }: { name: string }) {
  return (
    <Kbd size="xs" aria-hidden="true">
      {name}
    </Kbd>
  );
}

function Decide({ request, waiting, onUndo, onApprove, onAmend, onDeny }: Deciding & { request: ServerRequest }) {
  const soon = waiting.get(request.id);
  if (soon)
    return (
      <Group gap="sm">
        <Text size="sm">{text.queue.held[soon.decision](request.name)}</Text>
        <Button variant="default" size="xs" onClick={() => onUndo(soon)} rightSection={<Key name="u" />} aria-keyshortcuts="u">
          {patternsText.undo}
        </Button>
      </Group>
    );
  return (
    <Stack gap="sm">
      {!request.mayApprove && (
        <Alert color="yellow" variant="light" title={text.queue.ownTitle}>
          {text.queue.own}
        </Alert>
      )}
      <Group gap="sm">
        {request.mayApprove && (
          <Button onClick={() => onApprove(request)} rightSection={<Key name="a" />} aria-keyshortcuts="a">
            {text.approve}
          </Button>
        )}
        {request.mayApprove && (
          <Button variant="default" onClick={() => onAmend(request)}>
            {text.amend}
          </Button>
        )}
        <Button variant="default" color="red" onClick={() => onDeny(request)} rightSection={<Key name="d" />} aria-keyshortcuts="d">
          {text.deny}
        </Button>
      </Group>
    </Stack>
  );
}

function Body({ request, deciding }: { request: ServerRequest; deciding: Deciding | undefined }) {
  const me = useMe();
  const withdraw = useWithdrawRequest();
  const mayOnlyTalk = request.state === 'open' && !request.mayDecide && request.requestedBy.userId !== me.id;
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <RequestState state={request.state} />
      </Group>
      {deciding && request.mayDecide && <Decide request={request} {...deciding} />}
      {mayOnlyTalk && (
        <Text size="sm" c="dimmed">
          {text.queue.cannot}
        </Text>
      )}
      <RequestFacts request={request} />
      {request.mayDecide && <RequestAssign request={request} />}
      {request.mayDecide && request.transport && <RequestTest request={request} />}
      <Divider />
      <RequestComments request={request} />
      {request.mayWithdraw && (
        <Group>
          <Button variant="default" size="xs" loading={withdraw.isPending} onClick={() => withdraw.mutate(request)}>
            {text.withdraw}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface RequestDrawerProps {
  /** The open request, or undefined for none. */
  id: string | undefined;
  onClose: () => void;
  deciding?: Deciding;
}

/** All facts of one request, what was said about it, and what the reader may do with it. */
export function RequestDrawer({ id, onClose, deciding }: RequestDrawerProps) {
  const request = useQuery({ ...requestQuery(id ?? ''), enabled: id !== undefined });
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={<Text fw={650}>{request.data?.name ?? text.detail.title}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
      attributes={{ content: { 'data-keys': true } }}
    >
      <QueryView query={request}>{(found) => <Body key={found.id} request={found} deciding={deciding} />}</QueryView>
    </Drawer>
  );
}
