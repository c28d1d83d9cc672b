import { Button, Code, List, ScrollArea, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../lib/format';
import { ConfirmDanger } from '../../../patterns/confirm-danger';
import { toolAddress } from '../tools.mutations';
import { useBulkTools } from './curation.mutations';
import { curationText } from './curation.text';

const text = curationText.bill;

interface PruneProps {
  slug: string;
  unused: readonly { server: string; tool: string; tokens: number }[];
}

/** Switches off what nobody used, after showing what that is. */
export function Prune({ slug, unused }: PruneProps) {
  const [isOpen, setOpen] = useState(false);
  const bulk = useBulkTools(slug);
  const names = unused.map(toolAddress);
  const saved = unused.reduce((sum, { tokens }) => sum + tokens, 0);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {text.prune(unused.length)}
      </Button>
      <ConfirmDanger
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={text.pruneTitle(unused.length)}
        confirmLabel={text.pruneConfirm}
        pending={bulk.isPending}
        error={bulk.error}
        onConfirm={() => bulk.mutate({ names, change: { enabled: false } }, { onSuccess: () => setOpen(false) })}
      >
        <Stack gap="sm">
          <Text size="sm">{text.pruneLead(formatNumber(saved))}</Text>
          <ScrollArea.Autosize mah={240} viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': text.unused }}>
            <List size="sm" listStyleType="none">
              {names.map((name) => (
                <List.Item key={name}>
                  <Code>{name}</Code>
                </List.Item>
              ))}
            </List>
          </ScrollArea.Autosize>
        </Stack>
      </ConfirmDanger>
    </>
  );
}
