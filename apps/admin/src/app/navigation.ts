import {
  IconActivity,
  IconBuildingCommunity,
  IconChartBar,
  IconChecklist,
  IconGauge,
  IconGitCompare,
  IconHistory,
  IconHome,
  IconKey,
  IconLock,
  IconLayoutDashboard,
  IconMessageQuestion,
  IconPlugConnected,
  IconServer2,
  IconSettings,
  IconSnowflake,
  IconTool,
  IconUsers,
} from '@tabler/icons-react';
import { appText } from './app.text';

const { workspaceNav, companyNav } = appText;

/** Pages of a workspace, in the order of the menu. */
export const WORKSPACE_PAGES = [
  { to: '/w/$slug', label: workspaceNav.home, icon: IconHome, exact: true },
  { to: '/w/$slug/tools', label: workspaceNav.tools, icon: IconTool, exact: false },
  { to: '/w/$slug/connect', label: workspaceNav.connect, icon: IconPlugConnected, exact: false },
  { to: '/w/$slug/tokens', label: workspaceNav.tokens, icon: IconKey, exact: false },
  { to: '/w/$slug/calls', label: workspaceNav.calls, icon: IconActivity, exact: false },
  { to: '/w/$slug/analytics', label: workspaceNav.analytics, icon: IconChartBar, exact: false },
  { to: '/w/$slug/requests', label: workspaceNav.requests, icon: IconMessageQuestion, exact: false },
  { to: '/w/$slug/connections', label: workspaceNav.connections, icon: IconLock, exact: false },
  { to: '/w/$slug/members', label: workspaceNav.members, icon: IconUsers, exact: false },
  { to: '/w/$slug/limits', label: workspaceNav.limits, icon: IconGauge, exact: false },
  { to: '/w/$slug/lockdown', label: workspaceNav.lockdown, icon: IconSnowflake, exact: false },
  { to: '/w/$slug/settings', label: workspaceNav.settings, icon: IconSettings, exact: false },
] as const;

/** Pages of the installation. */
export const COMPANY_PAGES = [
  { to: '/overview', label: companyNav.overview, icon: IconLayoutDashboard },
  { to: '/workspaces', label: companyNav.workspaces, icon: IconBuildingCommunity },
  { to: '/catalogue', label: companyNav.catalogue, icon: IconServer2 },
  { to: '/catalogue/changes', label: companyNav.changes, icon: IconGitCompare },
  { to: '/approvals', label: companyNav.approvals, icon: IconChecklist },
  { to: '/activity', label: companyNav.activity, icon: IconHistory },
  { to: '/settings', label: companyNav.settings, icon: IconSettings },
] as const;
