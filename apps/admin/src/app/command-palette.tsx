import { useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { workspaceQuery } from '../features/workspaces/workspaces.queries';
import { holds } from '../lib/permissions';
import { useMe } from '../lib/session.queries';
import { appText } from './app.text';
import { COMPANY_PAGES, WORKSPACE_PAGES } from './navigation';
import { useCurrentSlug } from './use-current-slug';

const { palette, actions } = appText;
const action = (id: string, label: string, onClick: () => void): SpotlightActionData => ({ id, label, onClick });

function useDoings(slug: string | null, onHelp: () => void): SpotlightActionData[] {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = useMe();
  const { setColorScheme } = useMantineColorScheme();
  const copyUrl = async (of: string) => {
    const { gatewayUrl } = await queries.ensureQueryData(workspaceQuery(of));
    await navigator.clipboard.writeText(gatewayUrl);
    notifications.show({ color: 'teal', message: appText.copied });
  };
  return [
    ...(slug
      ? [
          action('copy-url', actions.copyUrl, () => void copyUrl(slug)),
          action('new-token', actions.newToken, () => void navigate({ to: '/w/$slug/tokens', params: { slug }, search: { new: true } })),
        ]
      : []),
    ...(holds(me, 'servers:write') ? [action('add-server', actions.addServer, () => void navigate({ to: '/catalogue/new' }))] : []),
    ...(holds(me, 'workspaces:create')
      ? [action('new-workspace', actions.newWorkspace, () => void navigate({ to: '/workspaces', search: { new: true } }))]
      : []),
    action('guided', actions.guided, () => void navigate({ to: '/start', search: slug ? { workspace: slug } : {} })),
    action('light', actions.light, () => setColorScheme('light')),
    action('dark', actions.dark, () => setColorScheme('dark')),
    action('system', actions.system, () => setColorScheme('auto')),
    action('shortcuts', actions.shortcuts, onHelp),
  ];
}

/** Everything by name: pages, workspaces and common deeds. */
export function CommandPalette({ onHelp }: { onHelp: () => void }) {
  const navigate = useNavigate();
  const me = useMe();
  const slug = useCurrentSlug(me);
  const pages = [
    ...(slug
      ? WORKSPACE_PAGES.map(({ to, label }) => action(`${to}`, `${label} · ${slug}`, () => void navigate({ to, params: { slug } })))
      : []),
    ...COMPANY_PAGES.map(({ to, label }) => action(to, label, () => void navigate({ to }))),
  ];
  return (
    <Spotlight
      shortcut={['mod + K']}
      nothingFound={palette.nothing}
      highlightQuery
      limit={14}
      scrollable
      maxHeight={420}
      searchProps={{ placeholder: palette.placeholder, 'aria-label': palette.placeholder }}
      actions={[
        { group: palette.act, actions: useDoings(slug, onHelp) },
        { group: palette.go, actions: pages },
        {
          group: palette.workspaces,
          actions: me.workspaces.map((one) =>
            action(`workspace-${one.slug}`, one.name, () => void navigate({ to: '/w/$slug', params: { slug: one.slug } })),
          ),
        },
      ]}
    />
  );
}
