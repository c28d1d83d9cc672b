import { Alert, Autocomplete, Button, Group, List, Modal, Select, Stack, Text } from '@mantine/core';
import type { PublishedTool } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { patternsText } from '../../../patterns/patterns.text';
import { QueryView } from '../../../patterns/query-view';
import { StatusDot } from '../../../ui/status-dot';
import { toolAddress } from '../tools.mutations';
import { explainQuery, tokenChoiceQuery } from './curation.queries';
import { curationText } from './curation.text';

const text = curationText.why;
const TONES = { passed: 'good', warned: 'warn', stopped: 'bad', unknown: 'idle', 'not-reached': 'idle' } as const;
const SUGGESTIONS_MAX = 20;

/** What the dialog asks, as the address has it. */
export interface WhyQuestion {
  tool: string;
  token: string | undefined;
}

interface WhyDialogProps {
  slug: string;
  tools: readonly PublishedTool[];
  asked: WhyQuestion;
  onAsk: (question: WhyQuestion) => void;
  onClose: () => void;
}

function Verdict({ slug, asked }: { slug: string; asked: WhyQuestion }) {
  const explanation = useQuery(explainQuery(slug, asked.tool, asked.token));
  return (
    <QueryView query={explanation}>
      {({ visible, server, summary, gates, similar }) => (
        <Stack gap="md">
          <Alert
            variant="light"
            color={visible ? 'teal' : 'yellow'}
            title={visible ? text.seen : server === null ? text.nowhere : text.notSeen}
            role="status"
          >
            {summary}
            {similar.length > 0 && (
              <Text size="sm" mt="xs">
                {text.similar} {similar.join(', ')}
              </Text>
            )}
          </Alert>
          <List listStyleType="none" spacing="xs">
            {gates.map(({ name, state, reason, advice }) => (
              <List.Item key={name}>
                <Group gap="xs" align="baseline">
                  <Text size="sm" fw={state === 'stopped' ? 650 : 400} {...(state === 'not-reached' ? { c: 'dimmed' } : {})}>
                    {text.gates[name]}
                  </Text>
                  <StatusDot tone={TONES[state]} label={text.states[state]} />
                </Group>
                {(reason ?? advice) && (
                  <Text size="xs" c="dimmed">
                    {reason} {advice}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </QueryView>
  );
}

/** Which gate stopped a tool on its way to a token's clients. What is asked is part of the address. */
export function WhyDialog({ slug, tools, asked, onAsk, onClose }: WhyDialogProps) {
  const tokens = useQuery(tokenChoiceQuery(slug));
  const [tool, setTool] = useState(asked.tool);
  const names = [...new Set(tools.flatMap((each) => (each.name === null ? [toolAddress(each)] : [each.name])))];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{text.title}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      <Stack gap="md">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onAsk({ ...asked, tool: tool.trim() });
          }}
        >
          <Stack gap="sm">
            <Autocomplete
              label={text.tool}
              description={text.toolHint}
              data={names}
              limit={SUGGESTIONS_MAX}
              maxLength={300}
              data-autofocus
              value={tool}
              onChange={setTool}
            />
            <Select
              label={text.token}
              placeholder={text.anyToken}
              clearable
              clearButtonProps={{ 'aria-label': text.anyToken }}
              data={(tokens.data ?? []).map(({ id, name, last4 }) => ({ value: id, label: `${name} (…${last4})` }))}
              value={asked.token ?? null}
              onChange={(token) => onAsk({ tool: tool.trim(), token: token ?? undefined })}
            />
            <Group justify="flex-end">
              <Button type="submit" disabled={tool.trim() === ''}>
                {text.ask}
              </Button>
            </Group>
          </Stack>
        </form>
        {asked.tool !== '' && <Verdict slug={slug} asked={asked} />}
      </Stack>
    </Modal>
  );
}
