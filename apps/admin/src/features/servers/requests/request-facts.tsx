import { Code, SimpleGrid, Stack } from '@mantine/core';
import type { ServerRequest, Transport } from '@mcpnest/api-client';
import { formatDateTime } from '../../../lib/format';
import { Fact } from '../../../ui/fact';
import { AnchorLink } from '../../../ui/links';
import { addressOf, choicesOf } from '../transport-words';
import { requestsText } from './requests.text';

const text = requestsText.detail;

function TransportFacts({ transport }: { transport: Transport }) {
  const headers = 'headers' in transport ? (transport.headers ?? []) : [];
  return (
    <>
      <Fact keepsLines label={text.address}>
        <Code>{addressOf(transport)}</Code>
      </Fact>
      {headers.length > 0 && (
        <Fact keepsLines label={text.headers}>
          {headers.map(({ name, secret, value }) => `${name}: ${secret ? text.secretHeader : (value ?? '')}`).join('\n')}
        </Fact>
      )}
      {choicesOf(transport).map(([label, words]) => (
        <Fact keepsLines key={label} label={label}>
          {words}
        </Fact>
      ))}
    </>
  );
}

/** Everything that a decision needs: what, who, why and where it leads. All of it is text of the person who asks. */
export function RequestFacts({ request }: { request: ServerRequest }) {
  const { server, transport, credentials, decision } = request;
  return (
    <Stack gap="md">
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="md" m={0}>
        <Fact keepsLines label={requestsText.by}>
          {request.requestedBy.name}
        </Fact>
        <Fact keepsLines label={text.asked}>
          {formatDateTime(request.createdAt)}
        </Fact>
        <Fact keepsLines label={requestsText.workspace}>
          {request.workspace.name}
        </Fact>
        <Fact keepsLines label={requestsText.kind}>
          {requestsText.kinds[request.kind]}
        </Fact>
        {server && (
          <Fact keepsLines label={text.server}>
            <AnchorLink to="/catalogue/$server" params={{ server: server.slug }} size="sm">
              {server.name}
            </AnchorLink>
          </Fact>
        )}
        {request.version !== null && (
          <Fact keepsLines label={text.version}>
            {request.version}
          </Fact>
        )}
        {request.slug !== null && (
          <Fact keepsLines label={text.slug}>
            {request.slug}
          </Fact>
        )}
        {request.toolPrefix !== null && (
          <Fact keepsLines label={text.prefix}>
            {request.toolPrefix}
          </Fact>
        )}
        {transport && <TransportFacts transport={transport} />}
        {credentials.length > 0 && (
          <Fact keepsLines label={text.secrets}>
            {credentials.map(({ name, last4 }) => text.secret(name, last4)).join('\n')}
          </Fact>
        )}
      </SimpleGrid>
      <dl style={{ margin: 0 }}>
        <Fact keepsLines label={text.why}>
          {request.reason}
        </Fact>
        {request.description && (
          <Fact keepsLines label={text.description}>
            {request.description}
          </Fact>
        )}
        {decision && (
          <Fact keepsLines label={text.decided}>
            {`${text.decision(requestsText.states[request.state], decision.by.name)}, ${formatDateTime(decision.at)}`}
            {decision.note ? `\n${decision.note}` : ''}
          </Fact>
        )}
      </dl>
    </Stack>
  );
}
