import { Modal, Radio, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormModal } from '../../patterns/form-modal';
import { SecretOnce } from '../../patterns/secret-once';
import { useProblemForm } from '../../patterns/use-problem-form';
import { useCreateToken } from './tokens.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

const DAY_MS = 86_400_000;
const DAYS: Record<string, number | null> = { days30: 30, days90: 90, days365: 365, never: null };

/** RFC 3339 time of an expiry preset, null for never. */
export function expiryOf(preset: string, nowMs = Date.now()): string | null {
  const days = DAYS[preset] ?? null;
  return days === null ? null : new Date(nowMs + days * DAY_MS).toISOString();
}

interface TokenCreateProps {
  slug: string;
  opened: boolean;
  onClose: () => void;
  /** `server:tool` names offered for a narrowed token. */
  tools: readonly string[];
}

/** Names, dates and narrows a token, then shows it once. */
export function TokenCreate({ slug, opened, onClose, tools }: TokenCreateProps) {
  const create = useCreateToken(slug);
  const [token, setToken] = useState<string | null>(null);
  const { form, error, refuse, restart } = useProblemForm({
    initialValues: { name: '', expiry: 'days90', scope: 'all', tools: [] as string[] },
    validate: {
      name: (value) => (value.trim() === '' ? workspacesText.required : null),
      tools: (value, { scope }) => (scope === 'some' && value.length === 0 ? text.scopeEmpty : null),
    },
  });
  const close = () => {
    setToken(null);
    create.reset();
    restart();
    onClose();
  };
  const submit = form.onSubmit(({ name, expiry, scope, tools: chosen }) =>
    create.mutate(
      { name: name.trim(), expiresAt: expiryOf(expiry), ...(scope === 'some' ? { tools: chosen } : {}) },
      { onSuccess: (made) => setToken(made.token), onError: refuse },
    ),
  );
  if (token !== null) {
    return (
      <Modal
        opened={opened}
        onClose={close}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        title={<Text fw={650}>{text.onceTitle}</Text>}
        size="lg"
      >
        <SecretOnce secret={token} label={text.once} variable="MNG_TOKEN" onSaved={close} />
      </Modal>
    );
  }
  return (
    <FormModal
      opened={opened}
      onClose={close}
      title={text.createTitle}
      lead={text.createLead}
      submitLabel={text.create}
      canSubmit={form.values.name.trim() !== ''}
      pending={create.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={text.name} description={text.nameHint} maxLength={80} data-autofocus withAsterisk {...form.getInputProps('name')} />
      <Select
        label={text.expiry}
        allowDeselect={false}
        data={Object.entries(text.expiryOptions).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('expiry')}
      />
      <Radio.Group label={text.scope} {...form.getInputProps('scope')}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={text.scopeAll} />
          <Radio value="some" label={text.scopeSome} />
        </Stack>
      </Radio.Group>
      {form.values.scope === 'some' && (
        <TagsInput label={text.scopePick} description={text.scopeHint} data={[...tools]} clearable {...form.getInputProps('tools')} />
      )}
    </FormModal>
  );
}
