import { Accordion, Alert, Grid, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { readLocal, writeLocal } from '../../lib/local-store';
import { optionsOf } from '../../lib/options-of';
import { detectOs, type Os } from '../../lib/platform-os';
import { Page } from '../../patterns/page';
import { CodeBlock } from '../../ui/code-block';
import { Panel } from '../../ui/panel';
import { ClientInstructions } from './client-instructions';
import { ClientList } from './client-list';
import { CLIENT_TEMPLATES, TOKEN_PLACEHOLDER, type ClientTemplate, type SnippetFacts } from './client-template';
import { connectText as text } from './connect.text';
import { ALIAS_PATTERN, aliasOf, isPrivateAddress, smokeTest } from './gateway-address';
import { TokenChoice } from './token-choice';

const SYSTEMS = optionsOf(text.systems);

interface ConnectPageProps {
  slug: string;
  gatewayUrl: string;
  /** Chosen client, from the address; else the last one of this browser. */
  client: string | undefined;
  onClient: (id: string) => void;
  mayMakeToken: boolean;
  /** Makes a token of this name and hands out its secret. */
  makeToken: (name: string) => Promise<string>;
  /** Watches for the first call made with the new token. */
  waiting: ReactNode;
}

function Trouble({ facts }: { facts: SnippetFacts }) {
  return (
    <Accordion variant="separated" order={2}>
      <Accordion.Item value="trouble">
        <Accordion.Control>{text.trouble}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="xs">
            {text.troubles.map(([sign, words]) => (
              <Text key={sign} size="sm">
                <b>{sign}.</b> {words}
              </Text>
            ))}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="smoke">
        <Accordion.Control>{text.smoke}</Accordion.Control>
        <Accordion.Panel>
          <CodeBlock text={smokeTest(facts.url, facts.token)} label={text.smoke} wrap />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Instructions({ template, facts }: { template: ClientTemplate; facts: SnippetFacts }) {
  return (
    <Stack gap="md">
      <Title order={2}>{template.label}</Title>
      <ClientInstructions template={template} facts={facts} />
    </Stack>
  );
}

/** How to point any client at a workspace. Secrets stay in this page's memory. */
export function ConnectPage({ slug, gatewayUrl, client, onClient, mayMakeToken, makeToken, waiting }: ConnectPageProps) {
  const [os, setOs] = useState<Os>(detectOs());
  const [alias, setAlias] = useState(aliasOf(slug));
  const [token, setToken] = useState<string | null>(null);
  const chosen = client ?? readLocal<string>('client') ?? 'claude-code';
  const template = CLIENT_TEMPLATES.find(({ id }) => id === chosen) ?? CLIENT_TEMPLATES[0]!;
  const facts: SnippetFacts = {
    url: gatewayUrl,
    name: ALIAS_PATTERN.test(alias) ? alias : aliasOf(slug),
    token: token ?? TOKEN_PLACEHOLDER,
    os,
  };
  const choose = (id: string) => {
    writeLocal('client', id);
    onClient(id);
  };
  const make = async () => setToken(await makeToken(text.tokenName(template.label)));
  return (
    <Page title={text.title} lead={text.lead}>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 3 }}>
          <ClientList chosen={template.id} onChoose={choose} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 9 }}>
          <Stack gap="lg">
            <Panel>
              <Grid gap="md">
                <Grid.Col span={{ base: 12, xs: 6 }}>
                  <TextInput
                    label={text.alias}
                    description={text.aliasHint}
                    maxLength={12}
                    value={alias}
                    error={!ALIAS_PATTERN.test(alias)}
                    onChange={(event) => setAlias(event.currentTarget.value)}
                  />
                </Grid.Col>
                <Grid.Col span={{ base: 12, xs: 6 }}>
                  <Stack gap={6}>
                    <Text size="sm" fw={600} id="os-choice">
                      {text.os}
                    </Text>
                    <SegmentedControl aria-labelledby="os-choice" value={os} onChange={(value) => setOs(value as Os)} data={SYSTEMS} />
                  </Stack>
                </Grid.Col>
                <Grid.Col span={12}>
                  <TokenChoice token={token} mayMake={mayMakeToken} onMake={make} />
                </Grid.Col>
              </Grid>
            </Panel>
            <Panel>
              <Instructions template={template} facts={facts} />
            </Panel>
            {token !== null && waiting}
            {isPrivateAddress(gatewayUrl) && (
              <Alert color="gray" variant="light">
                {text.privateUrl}
              </Alert>
            )}
            <Trouble facts={facts} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
