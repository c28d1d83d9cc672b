import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import type { CatalogueEntry } from '@mcpnest/api-client';
import { useState, type ReactNode } from 'react';
import { useCan } from '../../../lib/permissions';
import type { AddDraft } from '../add-draft';
import { AskForm } from './ask-form';
import { requestsText } from './requests.text';
import { useAskingSlug } from './use-asking-slug';

/** What an entry says about its server; what stands in braces is for the person to fill in. */
const draftOf = (name: string, { url, type, headers }: NonNullable<CatalogueEntry['transport']>): Partial<AddDraft> => ({
  name,
  url,
  type,
  headers: headers.map((header) => (header.secret ? { name: header.name, secret: true } : { name: header.name, value: header.value })),
});

interface EntryAskProps {
  entry: CatalogueEntry;
  /** What stands here for people who need no request, or may not make one. */
  otherwise: ReactNode;
}

/** For people who may not add an entry themselves: asks for it, with its address and headers filled in. */
export function EntryAsk({ entry: { name, transport }, otherwise }: EntryAskProps) {
  const slug = useAskingSlug();
  const mayAdd = useCan('servers:write');
  const [asking, setAsking] = useState(false);
  if (mayAdd || slug === null || transport === null) return <>{otherwise}</>;
  const start = { kind: 'server', server: '' } as const;
  return (
    <>
      <Button variant="default" leftSection={<IconMessageQuestion size={16} />} onClick={() => setAsking(true)}>
        {requestsText.mine.ask}
      </Button>
      {asking && <AskForm slug={slug} start={start} draft={draftOf(name, transport)} onClose={() => setAsking(false)} />}
    </>
  );
}
