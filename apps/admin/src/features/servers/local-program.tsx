import { Alert, Button, Group, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { AddDraft } from './add-draft';
import { localText } from './local.text';
import { useNewestPackage } from './local.mutations';

const MONOSPACE = { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } };
/** A package of npm or PyPI, with or without its exact version. */
const PACKAGE = /^(npm|pypi):/;
const EXACT = /^(npm:.+@\d+\.\d+\.\d+[\w.-]*|pypi:.+==\d[\w.!]*)$/;

export type Program = Pick<AddDraft, 'url' | 'args' | 'network' | 'scripts' | 'folders' | 'writable' | 'warm'>;

interface LocalProgramProps {
  draft: Program;
  onChange: (change: Partial<Program>) => void;
}

const withoutVersion = (spec: string) => spec.replace(/^(npm:.+)@[^/]*$/, '$1').replace(/^(pypi:[^=<>~!]+).*$/, '$1');

/** A list as lines of text, those included in which somebody is about to type. */
const linesOf = (text: string) => (text === '' ? [] : text.split('\n'));

/** What a local server runs, with which arguments, and whether it may use the network. */
export function LocalProgram({ draft, onChange }: LocalProgramProps) {
  const newest = useNewestPackage();
  const needsVersion = PACKAGE.test(draft.url) && !EXACT.test(draft.url);
  const pin = () => newest.mutate(withoutVersion(draft.url), { onSuccess: (found) => onChange({ url: found.package }) });
  return (
    <Stack gap="md">
      <TextInput
        label={localText.program}
        description={localText.programHint}
        styles={MONOSPACE}
        value={draft.url}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
        {...(newest.error ? { error: newest.error.message } : {})}
      />
      {needsVersion && (
        <Alert color="yellow" variant="light">
          <Group justify="space-between" gap="sm">
            {localText.needsVersion}
            <Button size="xs" variant="default" loading={newest.isPending} onClick={pin}>
              {localText.pinNewest}
            </Button>
          </Group>
        </Alert>
      )}
      {(['args', 'folders', 'writable', ...(draft.url.startsWith('npm:') ? (['scripts'] as const) : [])] as const).map((list) => (
        <Textarea
          key={list}
          label={localText[list]}
          description={localText.hints[list]}
          autosize
          minRows={list === 'args' ? 2 : 1}
          spellCheck={false}
          styles={MONOSPACE}
          value={draft[list].join('\n')}
          onChange={(event) => onChange({ [list]: linesOf(event.currentTarget.value) })}
        />
      ))}
      <Switch
        label={localText.network}
        description={localText.networkHint}
        checked={draft.network}
        onChange={(event) => onChange({ network: event.currentTarget.checked })}
      />
      <Switch
        label={localText.warm}
        description={localText.warmHint}
        checked={draft.warm}
        onChange={(event) => onChange({ warm: event.currentTarget.checked })}
      />
    </Stack>
  );
}
