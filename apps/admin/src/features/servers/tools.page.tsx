import { Tabs } from '@mantine/core';
import { Page } from '../../patterns/page';
import { OffersTab } from './offers.tab';
import { offersText } from './offers.text';
import { serversText } from './servers.text';
import { WorkspaceToolsTab, type ToolsPageProps } from './workspace-tools.tab';

const text = serversText.tools;

/** What a workspace publishes: every tool with the gates it passed, prompts and resources. */
export function ToolsPage(props: ToolsPageProps) {
  return (
    <Page title={text.title} lead={text.lead} width="wide">
      <Tabs defaultValue="tools" keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="tools">{offersText.tabs.tools}</Tabs.Tab>
          <Tabs.Tab value="offers">{offersText.tabs.offers}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tools">
          <WorkspaceToolsTab {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="offers">
          <OffersTab slug={props.slug} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
