import { Modal, MultiSelect, Select, Text, TextInput } from '@mantine/core';
import { SCOPES, type Permission } from '@mcpnest/shared/permissions';
import { useState } from 'react';
import { optionsOf } from '../../lib/options-of';
import { FormModal } from '../../patterns/form-modal';
import { SecretOnce } from '../../patterns/secret-once';
import { useProblemForm } from '../../patterns/use-problem-form';
import { useCreateApiKey } from './auth.mutations';
import { authText } from './auth.text';
import { fieldRules } from './field-rules';

const text = authText.apiKeys;

const DAY_MS = 86_400_000;
const DAYS: Record<string, number | null> = { days30: 30, days90: 90, days365: 365, never: null };
const expiresAt = (choice: string): string | null => {
  const days = DAYS[choice] ?? null;
  return days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
};

/** Names and narrows an API key, then shows it once. */
export function ApiKeyCreate({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const create = useCreateApiKey();
  const [key, setKey] = useState<string | null>(null);
  const { form, error, refuse, restart } = useProblemForm({
    initialValues: { name: '', expiry: 'days90', scopes: [] as Permission[] },
    validate: { name: fieldRules.needed },
  });
  const close = () => {
    setKey(null);
    create.reset();
    restart();
    onClose();
  };
  const submit = form.onSubmit(({ name, expiry, scopes }) =>
    create.mutate(
      { name: name.trim(), expiresAt: expiresAt(expiry), ...(scopes.length > 0 ? { scopes } : {}) },
      { onSuccess: (made) => setKey(made.key), onError: refuse },
    ),
  );
  if (key !== null) {
    return (
      <Modal
        opened={opened}
        onClose={close}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        title={<Text fw={650}>{text.once}</Text>}
        size="lg"
      >
        <SecretOnce secret={key} label={text.once} variable="MCPNEST_API_KEY" onSaved={close} />
      </Modal>
    );
  }
  return (
    <FormModal
      opened={opened}
      onClose={close}
      title={text.create}
      submitLabel={text.create}
      canSubmit={form.values.name.trim() !== ''}
      pending={create.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={text.name} description={text.nameHint} maxLength={80} data-autofocus withAsterisk {...form.getInputProps('name')} />
      <Select label={text.expiry} allowDeselect={false} data={optionsOf(text.expiryOptions)} {...form.getInputProps('expiry')} />
      <MultiSelect
        label={text.scopes}
        description={text.scopesHint}
        data={[...SCOPES]}
        searchable
        clearable
        hidePickedOptions
        {...form.getInputProps('scopes')}
      />
    </FormModal>
  );
}
