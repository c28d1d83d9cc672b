import { getRouteApi } from '@tanstack/react-router';
import { ApiKeysPage } from '../../features/auth/api-keys.page';
import { AccountPage } from '../../features/auth/account/account.page';
import { PeoplePage } from '../../features/auth/people/people.page';
import { PermissionsPage } from '../../features/auth/permissions/permissions.page';
import { OidcPage } from '../../features/auth/oidc/oidc.page';
import { EgressPage } from '../../features/servers/egress.page';
import { LocalServersPage } from '../../features/servers/local-servers.page';
import { ExportsPage } from '../../features/audit/exports/exports.page';
import { WebhooksPage } from '../../features/audit/webhooks/webhooks.page';
import { MasterKeyPage } from '../../features/servers/master-key/master-key.page';
import { RegistriesPage } from '../../features/servers/registries/registries.page';
import { LockdownPage } from '../../features/servers/freezes/lockdown.page';
import { ApprovalSettingsPage } from '../../features/servers/requests/approval-settings.page';
import { TokenPolicyPage } from '../../features/workspaces/token-policy.page';
import { useCan } from '../../lib/permissions';
import { permissionWords } from '../../patterns/permission-gate';
import { NoAccess } from '../no-access';
import { SettingsTabs } from '../settings-tabs';

export function ApiKeysScreen() {
  return <ApiKeysPage tabs={<SettingsTabs />} />;
}

const egressRoute = getRouteApi('/in/shell/settings/egress');

export function EgressScreen() {
  const { rule } = egressRoute.useSearch();
  if (!useCan('settings:write')) return <NoAccess words={permissionWords('settings:write')} />;
  return <EgressPage tabs={<SettingsTabs />} suggested={rule} />;
}

export function ApprovalSettingsScreen() {
  if (!useCan('settings:write')) return <NoAccess words={permissionWords('settings:write')} />;
  return <ApprovalSettingsPage tabs={<SettingsTabs />} />;
}

export function TokenPolicyScreen() {
  if (!useCan('settings:write')) return <NoAccess words={permissionWords('settings:write')} />;
  return <TokenPolicyPage tabs={<SettingsTabs />} />;
}

export function RegistriesScreen() {
  if (!useCan('settings:write')) return <NoAccess words={permissionWords('settings:write')} />;
  return <RegistriesPage tabs={<SettingsTabs />} />;
}

export function LocalServersScreen() {
  if (!useCan('servers:run-local')) return <NoAccess words={permissionWords('servers:run-local')} />;
  return <LocalServersPage tabs={<SettingsTabs />} />;
}

const webhooksRoute = getRouteApi('/in/shell/settings/webhooks');

export function WebhooksScreen() {
  const navigate = webhooksRoute.useNavigate();
  const { webhook } = webhooksRoute.useSearch();
  if (!useCan('settings:write')) return <NoAccess words={permissionWords('settings:write')} />;
  return <WebhooksPage open={webhook} onOpen={(id) => void navigate({ search: { webhook: id }, replace: true })} tabs={<SettingsTabs />} />;
}

export function ExportsScreen() {
  if (!useCan('settings:write')) return <NoAccess words={permissionWords('settings:write')} />;
  return <ExportsPage tabs={<SettingsTabs />} />;
}

export function OidcScreen() {
  if (!useCan('settings:write')) return <NoAccess words={permissionWords('settings:write')} />;
  return <OidcPage tabs={<SettingsTabs />} />;
}

export function MasterKeyScreen() {
  if (!useCan('settings:write')) return <NoAccess words={permissionWords('settings:write')} />;
  return <MasterKeyPage tabs={<SettingsTabs />} />;
}

export function AccountScreen() {
  return <AccountPage tabs={<SettingsTabs />} />;
}

export function PeopleScreen() {
  if (!useCan('people:read')) return <NoAccess words={permissionWords('people:read')} />;
  return <PeoplePage tabs={<SettingsTabs />} />;
}

const lockdownRoute = getRouteApi('/in/shell/settings/lockdown');

export function LockdownEverywhereScreen() {
  const navigate = lockdownRoute.useNavigate();
  const search = lockdownRoute.useSearch();
  if (!useCan('lockdown:write')) return <NoAccess words={permissionWords('lockdown:write')} />;
  return (
    <LockdownPage
      slug={null}
      trail={<SettingsTabs />}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function PermissionsScreen() {
  return <PermissionsPage tabs={<SettingsTabs />} />;
}
