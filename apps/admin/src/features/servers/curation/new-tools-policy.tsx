import { Button, Modal, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { patternsText } from '../../../patterns/patterns.text';
import { QueryView } from '../../../patterns/query-view';
import { useNewToolsPolicy } from './curation.mutations';
import { policiesQuery } from './curation.queries';
import { curationText } from './curation.text';

const text = curationText.policy;

function Policies({ slug, mayWrite }: { slug: string; mayWrite: boolean }) {
  const policies = useQuery(policiesQuery(slug));
  const change = useNewToolsPolicy(slug);
  return (
    <QueryView query={policies}>
      {(rows) => (
        <Stack gap="sm">
          {rows.map(({ server, newTools }) => (
            <Switch
              key={server}
              label={text.label(server)}
              checked={newTools === 'on'}
              disabled={!mayWrite || change.isPending}
              onChange={(event) => change.mutate({ server, newTools: event.currentTarget.checked ? 'on' : 'off' })}
            />
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

/** Whether tools that servers offer later are shown, server by server. */
export function NewToolsPolicy(props: { slug: string; mayWrite: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {text.open}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={<Text fw={650}>{text.title}</Text>}
        closeButtonProps={{ 'aria-label': patternsText.close }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {text.lead}
          </Text>
          <Policies {...props} />
        </Stack>
      </Modal>
    </>
  );
}
