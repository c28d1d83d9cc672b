import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../../patterns/query-view';
import { useKeepToken } from './people.mutations';
import { heldTokensQuery } from './people.queries';
import { peopleText as text } from './people.text';

/** What ends with a person; each token can be kept for its workspace instead. */
export function HeldTokens({ userId }: { userId: string }) {
  const tokens = useQuery(heldTokensQuery(userId));
  const keep = useKeepToken();
  return (
    <QueryView query={tokens} lines={1}>
      {(rows) =>
        rows.length === 0 ? (
          <Text size="sm">{text.endsNothing}</Text>
        ) : (
          <Stack gap="xs">
            <Text size="sm">{text.ends}</Text>
            {rows.map(({ id, name, workspace }) => (
              <Group key={id} justify="space-between" gap="xs">
                <Text size="sm">
                  {name} · {workspace}
                </Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={text.keepOf(name, workspace)}
                  loading={keep.isPending && keep.variables.id === id}
                  onClick={() => keep.mutate({ workspace, id })}
                >
                  {text.keep}
                </Button>
              </Group>
            ))}
            <Text size="xs" c="dimmed">
              {text.kept}
            </Text>
          </Stack>
        )
      }
    </QueryView>
  );
}
