import { Group, Text } from '@mantine/core';

/** The sign of the house, with its name beside it unless `bare`. */
export function Brand({ bare = false, size = 26 }: { bare?: boolean; size?: number }) {
  return (
    <Group gap={10} wrap="nowrap">
      <img src="/favicon.svg" alt={bare ? 'MCPNest Gateway' : ''} width={size} height={size} />
      {!bare && (
        <Text fw={680} size="md" style={{ letterSpacing: '-0.01em' }}>
          MCPNest
        </Text>
      )}
    </Group>
  );
}
