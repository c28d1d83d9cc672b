import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { auditText } from './audit.text';

const text = auditText.exports;

/** Takes a filtered list out as a file. `filter` is asked when it is drawn, because ranges end now. */
export function ExportMenu({ path, filter }: { path: string; filter: () => Record<string, string> }) {
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} />}>
          {text.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'ndjson'] as const).map((format) => (
          <Menu.Item key={format} component="a" download href={`${path}?${new URLSearchParams({ ...filter(), format }).toString()}`}>
            {text[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
