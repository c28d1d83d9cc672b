import { Alert, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fromParsed, type AddDraft } from '../add-draft';
import { HeaderFields } from '../header-fields';
import { isRemoteServer } from '../intake/parsed-server';
import { parseServerInput } from '../intake/parse-server-input';
import { serversText } from '../servers.text';
import { TransportOptions } from '../transport-options';
import { requestsText } from './requests.text';

const text = requestsText.ask;

interface AskAddressProps {
  draft: AddDraft;
  secrets: Record<string, string>;
  onDraft: (change: Partial<AddDraft>) => void;
  onSecrets: (secrets: Record<string, string>) => void;
}

/** Where the server is: pasted in any form, then shown in its parts to be corrected. */
export function AskAddress({ draft, secrets, onDraft, onSecrets }: AskAddressProps) {
  const [nothing, setNothing] = useState(false);
  const [pasted, setPasted] = useState('');
  const [secretInUrl, setSecretInUrl] = useState(false);
  const read = async (input: string) => {
    setPasted(input);
    const found = (await parseServerInput(input)).servers.find(isRemoteServer);
    setSecretInUrl(found?.secretInUrl === true);
    setNothing(input.trim() !== '' && !found);
    if (!found) return;
    const { name, ...rest } = fromParsed(found);
    onDraft({ ...rest, ...(draft.name === '' ? { name: name ?? '' } : {}) });
    onSecrets(found.credentials);
  };
  return (
    <Stack gap="md">
      <Textarea
        label={text.paste}
        description={text.pasteHint}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        value={pasted}
        onChange={(event) => void read(event.currentTarget.value)}
        {...(nothing ? { error: text.nothing } : {})}
      />
      {draft.url !== '' && (
        <>
          <TextInput label={text.url} type="url" value={draft.url} onChange={(event) => onDraft({ url: event.currentTarget.value })} />
          {secretInUrl && (
            <Alert color="yellow" variant="light">
              {serversText.add.secretInUrl}
            </Alert>
          )}
          {draft.url.startsWith('http://') && (
            <Alert color="yellow" variant="light">
              {serversText.test.hints['servers.address-denied']}
            </Alert>
          )}
          {(draft.type === 'streamable-http' || draft.type === 'sse') && (
            <TransportOptions type={draft.type} era={draft.era} clientCapabilities={draft.clientCapabilities} onChange={onDraft} />
          )}
          <HeaderFields headers={draft.headers} secrets={secrets} onHeaders={(headers) => onDraft({ headers })} onSecrets={onSecrets} />
        </>
      )}
    </Stack>
  );
}
