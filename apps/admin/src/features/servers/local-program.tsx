import { Alert, Button, Group, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { AddDraft } from './add-draft';
import { localText } from './local.text';
import { useNewestPackage } from './local.mutations';

const EXACT = /@\d+\.\d+\.\d+[\w.-]*$/;

interface LocalProgramProps {
  draft: Pick<AddDraft, 'url' | 'args' | 'network'>;
  onChange: (change: Partial<Pick<AddDraft, 'url' | 'args' | 'network'>>) => void;
}

/** What a local server runs, with which arguments, and whether it may use the network. */
export function LocalProgram({ draft, onChange }: LocalProgramProps) {
  const newest = useNewestPackage();
  const needsVersion = draft.url.startsWith('npm:') && !EXACT.test(draft.url);
  const pin = () =>
    newest.mutate(draft.url.replace(/^npm:/, '').replace(/(?<=.)@[^/]*$/, ''), { onSuccess: (found) => onChange({ url: found.package }) });
  return (
    <Stack gap="md">
      <TextInput
        label={localText.program}
        description={localText.programHint}
        ff="monospace"
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
      <Textarea
        label={localText.args}
        description={localText.argsHint}
        autosize
        minRows={2}
        spellCheck={false}
        value={draft.args.join('\n')}
        onChange={(event) =>
          onChange({ args: event.currentTarget.value.split('\n').filter((line, at, all) => line !== '' || at < all.length - 1) })
        }
      />
      <Switch
        label={localText.network}
        description={localText.networkHint}
        checked={draft.network}
        onChange={(event) => onChange({ network: event.currentTarget.checked })}
      />
    </Stack>
  );
}
