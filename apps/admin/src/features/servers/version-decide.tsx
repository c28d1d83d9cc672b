import { Text, Textarea } from '@mantine/core';
import type { Server, Version } from '@mcpnest/api-client';
import { useState } from 'react';
import { FormModal } from '../../patterns/form-modal';
import { ReachLine } from './reach/reach-line';
import { useDecideVersion, type Decision } from './servers.mutations';
import { serversText } from './servers.text';

const text = serversText.versions;

interface VersionDecideProps {
  server: Server;
  version: Version;
  decision: Decision;
  onClose: () => void;
}

/** Approves, rejects or retires a version, with a word on why, and says whom it touches. */
export function VersionDecide({ server, version, decision, onClose }: VersionDecideProps) {
  const decide = useDecideVersion(server.slug);
  const [note, setNote] = useState('');
  return (
    <FormModal
      opened
      onClose={onClose}
      title={`${text.act[decision]} ${version.number}`}
      submitLabel={text[decision]}
      canSubmit
      pending={decide.isPending}
      error={decide.error}
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate({ number: version.number, decision, note: note.trim() }, { onSuccess: onClose });
      }}
    >
      <ReachLine server={server.slug} version={version.number} />
      {decision === 'quarantine' && <Text size="sm">{text.quarantineLead}</Text>}
      <Textarea
        label={text.note}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormModal>
  );
}
