import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import type { CallView } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callsSearch, type CallsSearch } from '../calls-search';
import { SaveView } from './save-view';
import { useRemoveView, viewsQuery } from './views.queries';
import { viewsText as text } from './views.text';

interface ViewsMenuProps {
  slug: string;
  search: CallsSearch;
  onSearch: (search: CallsSearch) => void;
  /** Whether this person may save views for everybody. */
  mayShare: boolean;
}

/** What of an address a view keeps: not which call is open, and not the workspace. */
function filtersOf({ call: _open, workspace: _workspace, ...search }: CallsSearch): CallView['filters'] {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as CallView['filters'];
}

/** Filters that were kept by a name, and keeping those at hand. */
export function ViewsMenu({ slug, search, onSearch, mayShare }: ViewsMenuProps) {
  const views = useQuery(viewsQuery(slug)).data ?? [];
  const remove = useRemoveView(slug);
  const [saving, setSaving] = useState(false);
  const groups = [
    { label: text.own, views: views.filter(({ shared }) => !shared) },
    { label: text.shared, views: views.filter(({ shared }) => shared) },
  ].filter((group) => group.views.length > 0);
  const take = (view: CallView) =>
    remove.mutate(view, { onSuccess: () => notifications.show({ color: 'teal', message: text.removed(view.name) }) });
  const entry = (view: CallView) => [
    <Menu.Item key={view.id} onClick={() => onSearch(callsSearch.parse(view.filters))}>
      {view.name}
    </Menu.Item>,
    view.mayChange && (
      <Menu.Item
        key={`${view.id}-remove`}
        fz="xs"
        c="dimmed"
        closeMenuOnClick={false}
        leftSection={<IconTrash size={12} aria-hidden />}
        onClick={() => take(view)}
      >
        {text.remove(view.name)}
      </Menu.Item>
    ),
  ];
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconBookmark size={14} />}>
            {text.open}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {groups.length === 0 && <Menu.Label>{text.none}</Menu.Label>}
          {groups.map((group) => [<Menu.Label key={group.label}>{group.label}</Menu.Label>, ...group.views.map(entry)])}
          <Menu.Divider />
          <Menu.Item onClick={() => setSaving(true)}>{text.save}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && <SaveView slug={slug} filters={filtersOf(search)} mayShare={mayShare} onClose={() => setSaving(false)} />}
    </>
  );
}
