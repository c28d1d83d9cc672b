import { Stack, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { useSetApprovalSettings } from './requests.mutations';
import { approvalSettingsQuery } from './requests.queries';
import { requestsText } from './requests.text';

const text = requestsText.settings;

/** The company's rules about approvals. `tabs` is the navigation of the settings. */
export function ApprovalSettingsPage({ tabs }: { tabs: ReactNode }) {
  const settings = useQuery(approvalSettingsQuery);
  const save = useSetApprovalSettings();
  return (
    <Page title={text.title} lead={text.lead} width="narrow" trail={tabs}>
      <Panel>
        <QueryView query={settings} lines={1}>
          {({ fourEyes }) => (
            <Stack gap="md">
              <Switch
                label={text.fourEyes}
                description={text.fourEyesHint}
                checked={fourEyes}
                disabled={save.isPending}
                onChange={(event) =>
                  save.mutate(event.currentTarget.checked, {
                    onSuccess: () => notifications.show({ color: 'teal', message: text.saved }),
                  })
                }
              />
            </Stack>
          )}
        </QueryView>
      </Panel>
    </Page>
  );
}
