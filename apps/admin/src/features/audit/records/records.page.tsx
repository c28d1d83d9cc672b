import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { FiguresPanel } from './figures-panel';
import { GapsPanel } from './gaps-panel';
import { auditStatusQuery } from './records.queries';
import { recordsText as text } from './records.text';
import { VerifyPanel } from './verify-panel';

/** Whether call records are all there, and are what was recorded. */
export function RecordsPage({ trail }: { trail?: ReactNode }) {
  const status = useQuery(auditStatusQuery);
  return (
    <Page title={text.title} lead={text.lead} width="wide" trail={trail}>
      <QueryView query={status} lines={2}>
        {(data) => <FiguresPanel status={data} />}
      </QueryView>
      <GapsPanel />
      <VerifyPanel />
    </Page>
  );
}
