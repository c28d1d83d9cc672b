import { Alert, Badge, Text } from '@mantine/core';
import type { Server } from '@mcpnest/api-client';
import { registriesText as text } from './registries.text';

/** What a registry says of a server that was made of one of its entries: a word for tables. */
export function RegistryNoticeBadge({ notice }: { notice: Server['registryNotice'] }) {
  return (
    notice && (
      <Badge variant="light" color={notice.status === 'deleted' ? 'red' : 'yellow'} tt="none">
        {text.notice[notice.status]}
      </Badge>
    )
  );
}

/** The same in full, with what to do. */
export function RegistryNotice({ notice }: { notice: Server['registryNotice'] }) {
  return (
    notice && (
      <Alert
        color={notice.status === 'deleted' ? 'red' : 'yellow'}
        variant="light"
        title={text.noticeTitle(notice.registry, notice.status)}
      >
        {notice.detail && <Text size="sm">{notice.detail}</Text>}
        <Text size="sm">{text.noticeLead}</Text>
      </Alert>
    )
  );
}
