import { TextInput } from '@mantine/core';
import type { Server, Transport } from '@mcpnest/api-client';
import { useState } from 'react';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { credentialsOf, EMPTY_DRAFT, transportOf, type AddDraft } from './add-draft';
import { authDraftOf, type AuthDraft } from './auth-draft';
import { AuthFields } from './auth-fields';
import { HeaderFields } from './header-fields';
import type { HeaderSlot } from './intake/parsed-server';
import { LocalProgram, type Program } from './local-program';
import { localText } from './local.text';
import { useCreateVersion } from './servers.mutations';
import { serversText } from './servers.text';
import { TransportOptions, type TransportChoice } from './transport-options';

const text = serversText.versions;
const isHttp = (value: string) => (/^https?:\/\/\S+$/.test(value) ? null : serversText.required);

/** The draft of a version begins with what its server has now. */
function startOf(transport: Transport | undefined): AddDraft {
  const empty = { ...EMPTY_DRAFT, type: 'streamable-http' as const };
  if (transport?.type === 'stdio') return programDraft(transport);
  if (transport?.type !== 'streamable-http' && transport?.type !== 'sse') return empty;
  const { type, url, era = 'auto', clientCapabilities = 'faithful' } = transport;
  return {
    ...empty,
    type,
    url,
    era,
    clientCapabilities,
    headers: (transport.headers ?? []) as HeaderSlot[],
    auth: authDraftOf(transport.auth),
  };
}

function programDraft(transport: Extract<Transport, { type: 'stdio' }>): AddDraft {
  const { args = [], env = [], folders = [], scripts = [], network = false, warm = false, clientCapabilities = 'faithful' } = transport;
  const pathsOf = (isWritable: boolean) => folders.filter(({ writable = false }) => writable === isWritable).map(({ path }) => path);
  const url = transport.package ?? transport.command ?? '';
  const headers = env as HeaderSlot[];
  const program = { url, args, network, warm, scripts, folders: pathsOf(false), writable: pathsOf(true) };
  return { ...EMPTY_DRAFT, ...program, type: 'stdio', headers, clientCapabilities };
}

/** A new definition of the same server. */
export function VersionCreate({ server, onClose }: { server: Server; onClose: () => void }) {
  const create = useCreateVersion(server.slug);
  const start = startOf(server.latestVersion?.transport);
  const isProgram = start.type === 'stdio';
  const [program, setProgram] = useState<Program>(start);
  const [choice, setChoice] = useState<TransportChoice>({ ...start, type: start.type === 'sse' ? 'sse' : 'streamable-http' });
  const [headers, setHeaders] = useState<HeaderSlot[]>(start.headers);
  const [auth, setAuth] = useState<AuthDraft>(start.auth);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const { form, error, refuse } = useProblemForm({
    initialValues: { url: start.url, note: '' },
    validate: { url: isProgram ? () => null : isHttp },
  });
  const submit = form.onSubmit(({ url, note }) => {
    const draft = { ...start, ...(isProgram ? program : { ...choice, url }), headers, auth };
    const credentials = credentialsOf(draft, secrets);
    create.mutate(
      {
        transport: transportOf(draft),
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(Object.keys(credentials).length > 0 ? { credentials } : {}),
      },
      { onSuccess: onClose, onError: refuse },
    );
  });
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.addTitle}
      lead={isProgram ? localText.versionLead : text.addLead}
      submitLabel={text.add}
      canSubmit={(isProgram ? program.url : form.values.url) !== ''}
      pending={create.isPending}
      error={error}
      onSubmit={submit}
    >
      {isProgram ? (
        <LocalProgram draft={program} onChange={(change) => setProgram((before) => ({ ...before, ...change }))} />
      ) : (
        <TextInput label={serversText.add.url} type="url" data-autofocus withAsterisk {...form.getInputProps('url')} />
      )}
      <TextInput label={text.note} description={text.noteHint} maxLength={500} {...form.getInputProps('note')} />
      {!isProgram && <TransportOptions {...choice} onChange={(change) => setChoice((before) => ({ ...before, ...change }))} />}
      {!isProgram && <AuthFields auth={auth} secrets={secrets} onAuth={setAuth} onSecrets={setSecrets} />}
      <HeaderFields ofProgram={isProgram} headers={headers} secrets={secrets} onHeaders={setHeaders} onSecrets={setSecrets} />
    </FormModal>
  );
}
