import { Group, Stack, Tabs } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { ButtonLink } from '../../ui/links';
import { BrowseTab } from './browse/browse-tab';
import { browseText } from './browse/browse.text';
import type { CatalogueViewProps } from './browse/catalogue-search';
import { CompanyTab } from './browse/company-tab';
import { AskLink } from './requests/ask-link';
import { serversText } from './servers.text';

const text = serversText.catalogue;
const VIEWS = ['company', 'browse'] as const;

/** What the company has, and what comes with the product to choose from. */
export function CataloguePage(props: CatalogueViewProps & { onOpen: (server: string) => void }) {
  const { search, onSearch } = props;
  const add = (
    <PermissionGate permission="servers:write">
      {(allowed) => (
        <Group gap="sm">
          <ButtonLink to="/catalogue/import" variant="default" leftSection={<IconFileImport size={16} />} disabled={!allowed}>
            {browseText.import}
          </ButtonLink>
          <ButtonLink to="/catalogue/new" leftSection={<IconPlus size={16} />} disabled={!allowed}>
            {text.add}
          </ButtonLink>
        </Group>
      )}
    </PermissionGate>
  );
  const actions = (
    <AskLink ask="server" unless="servers:write" otherwise={add}>
      {text.ask}
    </AskLink>
  );
  return (
    <Page title={text.title} lead={text.lead} actions={actions}>
      <Tabs value={search.view ?? 'company'} onChange={(view) => onSearch(view === 'browse' ? { view: 'browse' } : {})} keepMounted={false}>
        <Tabs.List mb="lg">
          {VIEWS.map((view) => (
            <Tabs.Tab key={view} value={view}>
              {browseText.tabs[view]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="company">
          <Stack gap="lg">
            <CompanyTab {...props} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="browse">
          <Stack gap="lg">
            <BrowseTab {...props} />
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
