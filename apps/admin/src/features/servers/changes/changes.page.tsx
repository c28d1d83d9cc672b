import { Stack } from '@mantine/core';
import { Page } from '../../../patterns/page';
import { AnchorLink } from '../../../ui/links';
import { serversText } from '../servers.text';
import { ChangesFilters } from './changes-filters';
import { ChangesInbox } from './changes-inbox';
import type { ChangesSearch } from './changes-search';
import { changesText as text } from './changes.text';

interface ChangesPageProps {
  search: ChangesSearch;
  onSearch: (search: ChangesSearch) => void;
}

/** What any server of the company offers now and nobody approved. Filters and the open change are part of the address. */
export function ChangesPage({ search, onSearch }: ChangesPageProps) {
  const trail = (
    <AnchorLink to="/catalogue" size="sm">
      {serversText.catalogue.title}
    </AnchorLink>
  );
  return (
    <Page title={text.title} lead={text.lead} trail={trail} width="wide">
      <Stack gap="md">
        <ChangesFilters search={search} onSearch={onSearch} withServer />
        <ChangesInbox search={search} onSearch={onSearch} />
      </Stack>
    </Page>
  );
}
