import { auditText } from '../features/audit/audit.text';
import { recordsText } from '../features/audit/records/records.text';
import { useCan } from '../lib/permissions';
import { PlainLink } from '../ui/links';
import classes from './settings-tabs.module.css';

const text = auditText.company.tabs;
const tab = classes['tab'] ?? '';
const current = { 'aria-current': 'page' } as const;

/** Navigation between what happened: changes, calls, and what these amount to. */
export function ActivityTabs() {
  const mayReadLedger = useCan('ledger:read');
  return (
    <nav className={classes['tabs']} aria-label={text.nav}>
      {mayReadLedger && (
        <PlainLink to="/activity" className={tab} activeOptions={{ exact: true, includeSearch: false }} activeProps={current}>
          {text.changes}
        </PlainLink>
      )}
      <PlainLink to="/activity/calls" className={tab} activeOptions={{ includeSearch: false }} activeProps={current}>
        {text.calls}
      </PlainLink>
      <PlainLink to="/activity/analytics" className={tab} activeOptions={{ includeSearch: false }} activeProps={current}>
        {text.analytics}
      </PlainLink>
      {mayReadLedger && (
        <PlainLink to="/activity/records" className={tab} activeProps={current}>
          {recordsText.tab}
        </PlainLink>
      )}
    </nav>
  );
}
