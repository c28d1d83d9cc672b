import { Tabs } from '@mantine/core';
import { Page } from '../../patterns/page';
import { BillTab } from './curation/bill.tab';
import { curationText } from './curation/curation.text';
import type { ToolsSearch } from './curation/tools-search';
import { ToolsetsTab } from './curation/toolsets.tab';
import { OffersTab } from './offers.tab';
import { offersText } from './offers.text';
import { serversText } from './servers.text';
import { WorkspaceToolsTab, type ToolsPageProps } from './workspace-tools.tab';

const text = serversText.tools;

/** What a workspace publishes: every tool with the gates it passed, prompts and resources; and what it decides about them. */
export function ToolsPage(props: ToolsPageProps) {
  const { slug, search, onSearch } = props;
  const open = (tab: string | null) => onSearch(tab === null || tab === 'tools' ? {} : { tab: tab as NonNullable<ToolsSearch['tab']> });
  return (
    <Page title={text.title} lead={text.lead} width="wide">
      <Tabs value={search.tab ?? 'tools'} onChange={open} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="tools">{offersText.tabs.tools}</Tabs.Tab>
          <Tabs.Tab value="offers">{offersText.tabs.offers}</Tabs.Tab>
          <Tabs.Tab value="toolsets">{curationText.tabs.toolsets}</Tabs.Tab>
          <Tabs.Tab value="bill">{curationText.tabs.bill}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tools">
          <WorkspaceToolsTab {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="offers">
          <OffersTab slug={slug} />
        </Tabs.Panel>
        <Tabs.Panel value="toolsets">
          <ToolsetsTab slug={slug} />
        </Tabs.Panel>
        <Tabs.Panel value="bill">
          <BillTab slug={slug} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
