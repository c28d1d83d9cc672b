import { Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { EmptyState } from '../patterns/empty-state';
import { Page } from '../patterns/page';
import { patternsText } from '../patterns/patterns.text';
import { ButtonLink } from '../ui/links';
import { Panel } from '../ui/panel';
import { appText } from './app.text';

/** A page that the person may not see, and who could change that. */
export function NoAccess({ words }: { words: string }) {
  return (
    <Page title={patternsText.forbiddenTitle} width="narrow">
      <Panel>
        <EmptyState
          icon={IconLock}
          title={appText.forbidden}
          action={
            <Group gap="sm" justify="center">
              <ButtonLink to="/settings/permissions" variant="default">
                {appText.permissions}
              </ButtonLink>
              <ButtonLink to="/" variant="default">
                {appText.notFound.home}
              </ButtonLink>
            </Group>
          }
        >
          {words}
        </EmptyState>
      </Panel>
    </Page>
  );
}
