import { Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { NewServerRequest, ServerRequest } from '@mcpnest/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormModal } from '../../../patterns/form-modal';
import { credentialsOf, EMPTY_DRAFT, transportOf, type AddDraft } from '../add-draft';
import { exposuresQuery, serversQuery } from '../servers.queries';
import { AskAddress } from './ask-address';
import { useAskRequest } from './requests.mutations';
import { requestsText } from './requests.text';

const text = requestsText.ask;
type Kind = ServerRequest['kind'];
const KINDS = Object.keys(text.kinds) as Kind[];

/** What is asked for, as far as it is filled in. */
interface Wish {
  kind: Kind;
  /** Slug of a server of the catalogue. */
  server: string;
  reason: string;
}

/** The request as the API wants it, or null while something is missing. */
function bodyOf({ kind, server, reason }: Wish, draft: AddDraft, secrets: Record<string, string>): NewServerRequest | null {
  if (reason.trim() === '') return null;
  const why = { reason: reason.trim() };
  if (kind === 'exposure') return server === '' ? null : { kind, server, ...why };
  if (draft.url === '') return null;
  const credentials = credentialsOf(draft, secrets);
  const where = { transport: transportOf(draft), ...(Object.keys(credentials).length > 0 && { credentials }) };
  if (kind === 'version') return server === '' ? null : { kind, server, ...where, ...why };
  return draft.name.trim() === '' ? null : { kind, name: draft.name.trim(), ...where, ...why };
}

function ServerPick({ slug, kind, value, onPick }: { slug: string; kind: Kind; value: string; onPick: (server: string) => void }) {
  const servers = useInfiniteQuery(serversQuery());
  const exposures = useQuery(exposuresQuery(slug));
  const shown = new Set(exposures.data?.map(({ server }) => server.slug));
  const all = servers.data?.pages.flatMap((page) => page.data) ?? [];
  const open = kind === 'exposure' ? all.filter((server) => !shown.has(server.slug)) : all;
  return (
    <Select
      label={text.server}
      placeholder={text.pick}
      withAsterisk
      searchable
      data={open.map((server) => ({ value: server.slug, label: server.name }))}
      value={value === '' ? null : value}
      onChange={(server) => onPick(server ?? '')}
    />
  );
}

interface AskFormProps {
  slug: string;
  start: Pick<Wish, 'kind' | 'server'>;
  /** What is known of the server already. */
  draft?: Partial<AddDraft>;
  onClose: () => void;
}

/** Asks for a server. Secrets live in this form alone until they are sent. */
export function AskForm({ slug, start, draft: known, onClose }: AskFormProps) {
  const ask = useAskRequest(slug);
  const [wish, setWish] = useState<Wish>({ ...start, reason: '' });
  const [draft, setDraft] = useState<AddDraft>({ ...EMPTY_DRAFT, ...known });
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const change = (part: Partial<AddDraft>) => setDraft((before) => ({ ...before, ...part }));
  const body = bodyOf(wish, draft, secrets);
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.title}
      lead={text.lead}
      submitLabel={text.send}
      canSubmit={body !== null}
      pending={ask.isPending}
      error={ask.error}
      onSubmit={(event) => {
        event.preventDefault();
        const sent = ({ name }: ServerRequest) => {
          notifications.show({ color: 'teal', message: text.sent(name) });
          onClose();
        };
        if (body) ask.mutate(body, { onSuccess: sent });
      }}
    >
      <Radio.Group label={text.kind} value={wish.kind} onChange={(kind) => setWish({ ...wish, kind: kind as Kind })}>
        <Stack gap="xs" mt="xs">
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={text.kinds[kind]} />
          ))}
        </Stack>
      </Radio.Group>
      {wish.kind !== 'server' && (
        <ServerPick slug={slug} kind={wish.kind} value={wish.server} onPick={(server) => setWish({ ...wish, server })} />
      )}
      {wish.kind !== 'exposure' && <AskAddress draft={draft} secrets={secrets} onDraft={change} onSecrets={setSecrets} />}
      {wish.kind === 'server' && draft.url !== '' && (
        <TextInput
          label={text.name}
          withAsterisk
          maxLength={128}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={text.reason}
        description={text.reasonHint}
        withAsterisk
        maxLength={2000}
        autosize
        minRows={2}
        value={wish.reason}
        onChange={(event) => setWish({ ...wish, reason: event.currentTarget.value })}
      />
    </FormModal>
  );
}
