import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { PersonView } from '@mcpnest/api-client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useMe } from '../../../lib/session.queries';
import { DataTable } from '../../../patterns/data-table';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { peopleColumns } from './people-columns';
import { peopleQuery } from './people.queries';
import { peopleText as text } from './people.text';
import { PersonEnd } from './person-end';

const TYPING_MS = 250;

/** Everybody who can sign in, for operators. `tabs` is the navigation of the settings. */
export function PeoplePage({ tabs }: { tabs: ReactNode }) {
  const { id } = useMe();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const people = useInfiniteQuery({ ...peopleQuery(q), placeholderData: keepPreviousData });
  const [ending, setEnding] = useState<{ person: PersonView; way: 'deactivate' | 'remove' } | null>(null);
  const columns = peopleColumns(id, (person, way) => setEnding({ person, way }));
  return (
    <Page title={text.title} lead={text.lead} trail={tabs}>
      <TextInput
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<IconSearch size={16} />}
        maxLength={100}
        maw={360}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Panel flush>
        <QueryView query={people}>
          {({ pages }) => (
            <DataTable
              label={text.title}
              columns={columns}
              rows={pages.flatMap((page) => page.data)}
              rowKey={(person) => person.id}
              onMore={people.hasNextPage ? () => void people.fetchNextPage() : undefined}
              loadingMore={people.isFetchingNextPage}
            />
          )}
        </QueryView>
      </Panel>
      {ending && <PersonEnd {...ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}
