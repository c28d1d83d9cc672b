import type { InstallationPermission } from '@mcpnest/shared/permissions';
import type { LinkProps } from '@tanstack/react-router';
import { holds } from '../lib/permissions';
import { useMe } from '../lib/session.queries';
import { PlainLink } from '../ui/links';
import { appText } from './app.text';
import classes from './settings-tabs.module.css';

const text = appText.settingsTabs;

interface SettingsTab {
  to: LinkProps['to'];
  label: string;
  /** Without it everybody is shown the page. */
  permission?: InstallationPermission;
}

/** The pages of the settings by what they are about: oneself, who gets in, servers, records. */
const GROUPS: readonly (readonly SettingsTab[])[] = [
  [
    { to: '/settings/account', label: text.account },
    { to: '/settings/api-keys', label: text.apiKeys },
    { to: '/settings/permissions', label: text.permissions },
  ],
  [
    { to: '/settings/people', label: text.people, permission: 'people:read' },
    { to: '/settings/single-sign-on', label: text.oidc, permission: 'settings:write' },
    { to: '/settings/tokens', label: text.tokens, permission: 'settings:write' },
    { to: '/settings/lockdown', label: text.lockdown, permission: 'lockdown:write' },
    { to: '/settings/master-key', label: text.masterKey, permission: 'settings:write' },
  ],
  [
    { to: '/settings/approvals', label: text.approvals, permission: 'settings:write' },
    { to: '/settings/registries', label: text.registries, permission: 'settings:write' },
    { to: '/settings/egress', label: text.egress, permission: 'settings:write' },
    { to: '/settings/local-servers', label: text.localServers, permission: 'servers:run-local' },
  ],
  [
    { to: '/settings/webhooks', label: text.webhooks, permission: 'settings:write' },
    { to: '/settings/exports', label: text.exports, permission: 'settings:write' },
  ],
];

/** Navigation between the pages of the settings. */
export function SettingsTabs() {
  const me = useMe();
  const groups = GROUPS.map((tabs) => tabs.filter(({ permission }) => !permission || holds(me, permission)));
  return (
    <nav className={classes['tabs']} aria-label={text.nav}>
      {groups.map(
        (tabs) =>
          tabs[0] && (
            <div key={tabs[0].to} className={classes['group']}>
              {tabs.map(({ to, label }) => (
                <PlainLink
                  key={to}
                  to={to}
                  className={classes['tab'] ?? ''}
                  activeOptions={{ includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  {label}
                </PlainLink>
              ))}
            </div>
          ),
      )}
    </nav>
  );
}
