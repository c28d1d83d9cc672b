import { IconCompassOff } from '@tabler/icons-react';
import { EmptyState } from '../patterns/empty-state';
import { Page } from '../patterns/page';
import { ButtonLink } from '../ui/links';
import { Panel } from '../ui/panel';
import { appText } from './app.text';

const text = appText.notFound;

/** An address that leads nowhere, or to what belongs to others. */
export function NotFound() {
  return (
    <Page title={text.title} width="narrow">
      <Panel>
        <EmptyState icon={IconCompassOff} title={text.title} action={<ButtonLink to="/">{text.home}</ButtonLink>}>
          {text.lead}
        </EmptyState>
      </Panel>
    </Page>
  );
}
