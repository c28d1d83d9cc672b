import { Alert, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../../lib/permissions';
import { ButtonLink } from '../../../ui/links';
import { auditStatusQuery } from './records.queries';
import { recordsText } from './records.text';

const text = recordsText.banner;

/** Red on every page from the first record that is missing until somebody takes note; for those who may. */
export function LossBanner() {
  const mayRead = useCan('ledger:read');
  const { data } = useQuery({ ...auditStatusQuery, enabled: mayRead });
  if (!data) return null;
  const { open, figures } = data;
  if (open.gaps === 0 && figures.unnoted === 0) return null;
  return (
    <Alert color="red" variant="filled" radius={0} icon={<IconAlertTriangle size={18} />} role="alert" p="xs">
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="inherit" fw={600}>
          {open.gaps > 0 ? text.missing(open.records) : text.dropping(figures.unnoted)}. {text.lead}
        </Text>
        <ButtonLink size="compact-sm" variant="white" color="red" to="/activity/records">
          {text.look}
        </ButtonLink>
      </Group>
    </Alert>
  );
}
