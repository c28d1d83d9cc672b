import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import type { CatalogueEntry } from '@mcpnest/api-client';
import { useState, type ReactNode } from 'react';
import { useCan } from '../../../lib/permissions';
import { draftOfEntry } from '../add-entry';
import { AskForm } from './ask-form';
import { requestsText } from './requests.text';
import { useAskingSlug } from './use-asking-slug';

interface EntryAskProps {
  entry: CatalogueEntry;
  /** What stands here for people who need no request, or may not make one. */
  otherwise: ReactNode;
}

/** For people who may not add an entry themselves: asks for it, with its address and headers filled in. */
export function EntryAsk({ entry, otherwise }: EntryAskProps) {
  const slug = useAskingSlug();
  const mayAdd = useCan('servers:write');
  const [asking, setAsking] = useState(false);
  const draft = draftOfEntry(entry);
  // A program is asked for in words: nothing that would run here travels with a request.
  if (mayAdd || slug === null || draft === null || draft.type === 'stdio') return <>{otherwise}</>;
  const start = { kind: 'server', server: '' } as const;
  return (
    <>
      <Button variant="default" leftSection={<IconMessageQuestion size={16} />} onClick={() => setAsking(true)}>
        {requestsText.mine.ask}
      </Button>
      {asking && <AskForm slug={slug} start={start} draft={draft} onClose={() => setAsking(false)} />}
    </>
  );
}
