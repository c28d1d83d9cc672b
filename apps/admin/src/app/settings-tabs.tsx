import { useCan } from '../lib/permissions';
import { PlainLink } from '../ui/links';
import { appText } from './app.text';
import classes from './settings-tabs.module.css';

const text = appText.settingsTabs;

/** Navigation between the pages of the settings. */
export function SettingsTabs() {
  const maySet = useCan('settings:write');
  const mayReadPeople = useCan('people:read');
  const mayLock = useCan('lockdown:write');
  const mayRun = useCan('servers:run-local');
  return (
    <nav className={classes['tabs']} aria-label={text.nav}>
      <PlainLink to="/settings/account" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
        {text.account}
      </PlainLink>
      <PlainLink to="/settings/api-keys" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
        {text.apiKeys}
      </PlainLink>
      <PlainLink to="/settings/permissions" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
        {text.permissions}
      </PlainLink>
      {maySet && (
        <PlainLink to="/settings/egress" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.egress}
        </PlainLink>
      )}
      {maySet && (
        <PlainLink to="/settings/approvals" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.approvals}
        </PlainLink>
      )}
      {maySet && (
        <PlainLink to="/settings/registries" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.registries}
        </PlainLink>
      )}
      {mayRun && (
        <PlainLink to="/settings/local-servers" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.localServers}
        </PlainLink>
      )}
      {maySet && (
        <PlainLink
          to="/settings/webhooks"
          className={classes['tab'] ?? ''}
          activeOptions={{ includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {text.webhooks}
        </PlainLink>
      )}
      {maySet && (
        <PlainLink to="/settings/exports" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.exports}
        </PlainLink>
      )}
      {maySet && (
        <PlainLink to="/settings/tokens" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.tokens}
        </PlainLink>
      )}
      {maySet && (
        <PlainLink to="/settings/single-sign-on" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.oidc}
        </PlainLink>
      )}
      {maySet && (
        <PlainLink to="/settings/master-key" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.masterKey}
        </PlainLink>
      )}
      {mayReadPeople && (
        <PlainLink to="/settings/people" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.people}
        </PlainLink>
      )}
      {mayLock && (
        <PlainLink to="/settings/lockdown" className={classes['tab'] ?? ''} activeProps={{ 'aria-current': 'page' }}>
          {text.lockdown}
        </PlainLink>
      )}
    </nav>
  );
}
