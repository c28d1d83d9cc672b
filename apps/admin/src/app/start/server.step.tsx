import { Alert, Button, SimpleGrid, Stack, Text, Textarea, ThemeIcon, UnstyledButton } from '@mantine/core';
import { IconClipboardText, IconServer2, IconSparkles } from '@tabler/icons-react';
import type { Server } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { nameFromUrl, parseServerInput } from '../../features/servers/intake/parse-server-input';
import { isRemoteServer, type RemoteServer } from '../../features/servers/intake/parsed-server';
import { serversQuery } from '../../features/servers/servers.queries';
import { useCan } from '../../lib/permissions';
import { QueryView } from '../../patterns/query-view';
import { appText } from '../app.text';
import classes from './start.module.css';
import type { StartChoice } from './start-state';
import type { Start } from './use-start';

const text = appText.start;
const isDemo = ({ latestVersion }: Server) => latestVersion?.transport.type === 'builtin';

function Card({
  icon: Icon,
  title,
  words,
  pressed,
  onClick,
}: {
  icon: ComponentType<{ size?: number }>;
  title: string;
  words: string;
  pressed?: boolean;
  onClick: () => void;
}) {
  return (
    <UnstyledButton className={classes['card'] ?? ''} onClick={onClick} {...(pressed === undefined ? {} : { 'aria-expanded': pressed })}>
      <ThemeIcon variant="light" size={38} radius="md" aria-hidden="true">
        <Icon size={20} />
      </ThemeIcon>
      <span>
        <Text span display="block" fw={600}>
          {title}
        </Text>
        <Text span display="block" size="sm" c="dimmed" lineClamp={2}>
          {words}
        </Text>
      </span>
    </UnstyledButton>
  );
}

function Paste({ onFound }: { onFound: (server: RemoteServer) => void }) {
  const [found, setFound] = useState<RemoteServer | null>(null);
  const [tried, setTried] = useState(false);
  const read = async (input: string) => {
    setFound((await parseServerInput(input)).servers.find(isRemoteServer) ?? null);
    setTried(input.trim() !== '');
  };
  const hasSecrets = found !== null && Object.keys(found.credentials).length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (found) onFound(found);
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={text.remotePaste}
          autosize
          minRows={2}
          maxRows={10}
          autoFocus
          spellCheck={false}
          onChange={(event) => void read(event.currentTarget.value)}
          {...(tried && !found ? { error: text.remoteNothing } : {})}
        />
        {found && (
          <Text size="sm" ff="monospace">
            {found.transport.url}
          </Text>
        )}
        {hasSecrets && (
          <Alert color="teal" variant="light">
            {text.remoteSecrets}
          </Alert>
        )}
        <Button type="submit" w="fit-content" disabled={!found}>
          {text.remoteContinue}
        </Button>
      </Stack>
    </form>
  );
}

/** What to reach first: the demo, a pasted server, or one of the catalogue. */
export function ServerStep({ start }: { start: Start }) {
  const [pasting, setPasting] = useState(false);
  const mayAdd = useCan('servers:write');
  const servers = useInfiniteQuery(serversQuery());
  const pick = (choice: StartChoice) => start.go({ choice, step: 'test' });
  const paste = (found: RemoteServer) => {
    start.setSecrets(found.credentials);
    pick({ kind: 'remote', name: found.name || nameFromUrl(found.transport.url) || text.remote, transport: found.transport });
  };
  return (
    <QueryView query={servers}>
      {({ pages }) => {
        const known = pages.flatMap((page) => page.data);
        const demo = known.find(isDemo);
        const others = known.filter((server) => !isDemo(server) && server.latestVersion?.state === 'approved').slice(0, 6);
        const pickDemo = () => pick(demo ? { kind: 'existing', slug: demo.slug, name: demo.name } : { kind: 'demo', name: text.demo });
        return (
          <Stack gap="md">
            {!mayAdd && known.length === 0 && <Text size="sm">{text.noServers}</Text>}
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              {(mayAdd || demo) && <Card icon={IconSparkles} title={text.demo} words={text.demoWords} onClick={pickDemo} />}
              {mayAdd && (
                <Card
                  icon={IconClipboardText}
                  title={text.remote}
                  words={text.remoteWords}
                  pressed={pasting}
                  onClick={() => setPasting(!pasting)}
                />
              )}
              {others.map((server) => (
                <Card
                  key={server.id}
                  icon={IconServer2}
                  title={server.name}
                  words={server.description ?? text.fromCatalogue}
                  onClick={() => pick({ kind: 'existing', slug: server.slug, name: server.name })}
                />
              ))}
            </SimpleGrid>
            {pasting && <Paste onFound={paste} />}
          </Stack>
        );
      }}
    </QueryView>
  );
}
