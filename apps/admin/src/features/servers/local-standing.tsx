import { Alert, Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useInstallPackage } from './local.mutations';
import { localFenceQuery, localPackagesQuery } from './local.queries';
import { localText } from './local.text';

/** What was seen to keep local servers apart on this machine, and what does not. */
export function LocalFence() {
  const { data: fence } = useQuery(localFenceQuery);
  if (!fence) return null;
  return (
    <Stack gap="xs">
      <Text size="sm">
        {localText.fence} {localText.fences[fence.fence]}
      </Text>
      <Group gap={6}>
        {fence.holds.map((name) => (
          <Badge key={name} variant="default" tt="none">
            {localText.holds[name] ?? name}
          </Badge>
        ))}
      </Group>
      {fence.gaps.length + fence.lacks.length > 0 && (
        <Alert color="yellow" variant="light">
          <List size="sm">
            {[...fence.gaps, ...fence.lacks].map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}

/** How far the installation of a server's package has come. */
export function LocalPackageState({ spec, scripts }: { spec: string; scripts: string[] }) {
  const { data } = useQuery(localPackagesQuery);
  const install = useInstallPackage();
  const found = data?.find((one) => one.package === spec && one.scripts.join() === scripts.join());
  if (!found) return null;
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {spec}
        </Text>
        <Badge color={found.state === 'failed' ? 'red' : found.state === 'installed' ? 'teal' : 'blue'} variant="light" tt="none">
          {localText.packageStates[found.state]}
        </Badge>
        {found.state === 'failed' && (
          <Button
            size="compact-xs"
            variant="default"
            loading={install.isPending}
            onClick={() => install.mutate({ package: spec, scripts })}
          >
            {localText.again}
          </Button>
        )}
      </Group>
      {found.problem && (
        <Text size="sm" c="red">
          {found.problem}
        </Text>
      )}
      <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {localText.integrity}: {found.integrity}
      </Text>
    </Stack>
  );
}
