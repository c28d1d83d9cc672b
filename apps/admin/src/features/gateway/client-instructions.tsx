import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { CodeBlock } from '../../ui/code-block';
import { environmentLine, readsEnvironment, snippetsOf, type ClientTemplate, type Snippet, type SnippetFacts } from './client-template';
import { connectText as text } from './connect.text';
import { deepLink } from './deep-link';

/** How a client proves that it is connected. */
const VERIFY: Record<string, string> = {
  'claude-code': 'claude mcp list',
  codex: 'codex mcp list',
  'gemini-cli': 'gemini mcp list',
  opencode: 'opencode mcp list',
};

function headingOf(snippet: Snippet, isFirst: boolean) {
  if (snippet.kind === 'command') return text.command;
  if (snippet.kind === 'steps') return text.steps;
  return snippet.path ? (
    <>
      {isFirst ? text.file : text.orFile} <Code>{snippet.path}</Code>
    </>
  ) : (
    text.settings
  );
}

interface ClientInstructionsProps {
  template: ClientTemplate;
  facts: SnippetFacts;
  onCopied?: () => void;
  /** Only the easiest way, for the guided start. */
  brief?: boolean;
}

/** What to do in one client, ready to copy. */
export function ClientInstructions({ template, facts, onCopied, brief = false }: ClientInstructionsProps) {
  if (template.auth === 'oauth-only') {
    return (
      <Alert color="yellow" variant="light" title={text.oauthTitle(template.label)}>
        {text.oauth} {text.cloud}
      </Alert>
    );
  }
  const snippets = snippetsOf(template, facts).slice(0, brief ? 1 : undefined);
  const link = deepLink(template, facts);
  const verify = VERIFY[template.id];
  const copied = onCopied ? { onCopied } : {};
  return (
    <Stack gap="md">
      {template.needs && (
        <Text size="sm" c="dimmed">
          {text.needs(template.needs)}
        </Text>
      )}
      {link && !brief && (
        <Stack gap={4} align="flex-start">
          <Button component="a" href={link} variant="light" leftSection={<IconExternalLink size={16} />}>
            {text.install(template.label)}
          </Button>
          <Text size="xs" c="dimmed">
            {text.installHint}
          </Text>
        </Stack>
      )}
      {snippets.map((snippet, index) => (
        <Stack key={snippet.kind} gap={6}>
          <Text size="sm" fw={600}>
            {headingOf(snippet, index === 0)}
          </Text>
          {readsEnvironment(snippet) && (
            <>
              <Text size="sm" c="dimmed">
                {text.env}
              </Text>
              <CodeBlock text={environmentLine(facts)} label={text.shell} wrap {...copied} />
            </>
          )}
          <CodeBlock
            text={snippet.text}
            label={`${template.label}: ${snippet.path ?? text[snippet.kind === 'command' ? 'command' : 'steps']}`}
            wrap={snippet.kind === 'command'}
            {...copied}
          />
        </Stack>
      ))}
      {verify && !brief && (
        <Stack gap={6}>
          <Text size="sm" fw={600}>
            {text.verify}
          </Text>
          <CodeBlock text={verify} label={text.verify} />
        </Stack>
      )}
    </Stack>
  );
}
