import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { auditText } from './audit.text';
import { filterOf, type CallsSearch } from './calls-search';

const text = auditText.exports;

/** Takes the filtered calls out as a file. */
export function ExportMenu({ slug, search }: { slug: string | null; search: CallsSearch }) {
  const path = slug === null ? '/api/v1/call-export' : `/api/v1/workspaces/${encodeURIComponent(slug)}/call-export`;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} />}>
          {text.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'ndjson'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            download
            href={`${path}?${new URLSearchParams({ ...filterOf(search), format }).toString()}`}
          >
            {text[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
