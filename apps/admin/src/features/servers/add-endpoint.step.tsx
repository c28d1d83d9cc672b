import { Alert, Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import type { AddDraft } from './add-draft';
import { fromParsed } from './add-draft';
import { parseServerInput } from './intake/parse-server-input';
import type { ParsedInput, ParsedServer } from './intake/parsed-server';
import { EntryStart } from './entry-start';
import { LocalProgram } from './local-program';
import { serversText } from './servers.text';
import { TransportOptions } from './transport-options';

const text = serversText.add;

interface EndpointStepProps {
  draft: AddDraft;
  onChange: (change: Partial<AddDraft>) => void;
  onSecrets: (secrets: Record<string, string>) => void;
  /** Leaves the entry that the draft began with. */
  onLeave: () => void;
}

function Found({ found, picked, onPick }: { found: ParsedInput; picked: ParsedServer | null; onPick: (server: ParsedServer) => void }) {
  const lifted = Object.keys(picked?.credentials ?? {});
  return (
    <Stack gap="sm">
      {found.servers.length > 1 && (
        <Radio.Group
          label={text.several}
          value={picked?.transport.url ?? ''}
          onChange={(url) => {
            const hit = found.servers.find((one) => one.transport.url === url);
            if (hit) onPick(hit);
          }}
        >
          <Stack gap="xs" mt="xs">
            {found.servers.map((one) => (
              <Radio
                key={one.transport.url}
                value={one.transport.url}
                label={one.name || one.transport.url}
                description={one.transport.url}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {found.local.map((one) => (
        <Alert key={one.name + one.command} color="yellow" variant="light" title={one.name || undefined}>
          {text.local(one.command)}
        </Alert>
      ))}
      {lifted.length > 0 && (
        <Alert color="teal" variant="light">
          {text.lifted(lifted.join(', '))}
        </Alert>
      )}
      {picked?.secretInUrl && (
        <Alert color="yellow" variant="light">
          {text.secretInUrl}
        </Alert>
      )}
    </Stack>
  );
}

const isRemote = (type: AddDraft['type']): type is 'streamable-http' | 'sse' => type === 'streamable-http' || type === 'sse';

function Identity({ draft, onChange }: Pick<EndpointStepProps, 'draft' | 'onChange'>) {
  return (
    <Stack gap="md">
      <TextInput
        label={text.name}
        withAsterisk
        maxLength={80}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={text.description}
        maxLength={500}
        value={draft.description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      {draft.type === 'stdio' && <LocalProgram draft={draft} onChange={onChange} />}
      {isRemote(draft.type) && (
        <TextInput
          label={text.url}
          type="url"
          ff="monospace"
          value={draft.url}
          onChange={(event) => onChange({ url: event.currentTarget.value })}
        />
      )}
      {isRemote(draft.type) && (
        <TransportOptions type={draft.type} era={draft.era} clientCapabilities={draft.clientCapabilities} onChange={onChange} />
      )}
    </Stack>
  );
}

/** Paste anything, or begin with an entry of the catalogue; see what was understood; correct it. */
export function EndpointStep(props: EndpointStepProps) {
  const { draft, onChange } = props;
  return (
    <Stack gap="md">
      {draft.from ? <EntryStart draft={draft} from={draft.from} onChange={onChange} onLeave={props.onLeave} /> : <Paste {...props} />}
      {draft.url !== '' && <Identity draft={draft} onChange={onChange} />}
    </Stack>
  );
}

function Paste({ onChange, onSecrets }: EndpointStepProps) {
  const [found, setFound] = useState<ParsedInput | null>(null);
  const [picked, setPicked] = useState<ParsedServer | null>(null);
  const [pasted, setPasted] = useState('');
  const pick = (server: ParsedServer) => {
    setPicked(server);
    onChange(fromParsed(server));
    onSecrets(server.credentials);
  };
  const read = async (input: string) => {
    setPasted(input);
    const result = await parseServerInput(input);
    setFound(input.trim() === '' ? null : result);
    const first = result.servers[0];
    if (first) pick(first);
    else {
      setPicked(null);
      onChange({ url: '', headers: [] });
      onSecrets({});
    }
  };
  const nothing = found !== null && found.servers.length === 0 && found.local.length === 0;
  const pickDemo = () => {
    setFound(null);
    onSecrets({});
    onChange({ type: 'builtin', url: 'builtin:demo', name: text.demoName, headers: [], off: [] });
  };
  return (
    <Stack gap="md">
      <Textarea
        label={text.paste}
        description={text.pasteHint}
        placeholder={text.pastePlaceholder}
        autosize
        minRows={3}
        maxRows={14}
        spellCheck={false}
        autoFocus
        value={pasted}
        onChange={(event) => void read(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        {...(nothing ? { error: text.nothing } : {})}
      />
      <Group gap="sm">
        <Button variant="default" size="xs" leftSection={<IconSparkles size={14} />} onClick={pickDemo}>
          {text.demo}
        </Button>
        <Text size="xs" c="dimmed">
          {text.demoHint}
        </Text>
      </Group>
      <div aria-live="polite">{found && <Found found={found} picked={picked} onPick={pick} />}</div>
    </Stack>
  );
}
