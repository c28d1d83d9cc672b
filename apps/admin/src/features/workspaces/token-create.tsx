import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { expiriesWithin, expiryOf } from './token-expiry';
import { TokenReachFields, toolsRule } from './token-reach-fields';
import { TokenSecret } from './token-secret';
import { useCreateToken } from './tokens.mutations';
import { tokenPolicyQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

/** The chosen preset where it is still offered; else the server decides. */
const chosenExpiry = (preset: string, offered: readonly string[]) => (offered.includes(preset) ? { expiresAt: expiryOf(preset) } : {});

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
    initialValues: { name: '', kind: 'personal', expiry: 'days90', scope: 'all', tools: [] as string[], addresses: [] as string[] },
    validate: {
      name: (value) => (value.trim() === '' ? workspacesText.required : null),
      tools: toolsRule,
    },
  });
  const offered = expiriesWithin(useQuery(tokenPolicyQuery).data);
  const mayMakeService = useCan('tokens:write', slug);
  const close = () => {
    setToken(null);
    create.reset();
    restart();
    onClose();
  };
  const submit = form.onSubmit(({ name, kind, expiry, scope, tools: chosen, addresses }) =>
    create.mutate(
      {
        name: name.trim(),
        ...chosenExpiry(expiry, offered),
        ...(kind === 'service' ? { kind } : {}),
        ...(scope === 'some' ? { tools: chosen } : {}),
        ...(addresses.length > 0 ? { addresses } : {}),
      },
      { onSuccess: (made) => setToken(made.token), onError: refuse },
    ),
  );
  if (token !== null && opened) return <TokenSecret secret={token} onSaved={close} />;
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
      {mayMakeService && (
        <Radio.Group label={text.kind} {...form.getInputProps('kind')}>
          <Stack gap="xs" mt="xs">
            <Radio value="personal" label={text.kinds.personal} />
            <Radio value="service" label={text.kinds.service} />
          </Stack>
        </Radio.Group>
      )}
      <Select
        label={text.expiry}
        allowDeselect={false}
        data={Object.entries(text.expiryOptions).flatMap(([value, label]) => (offered.includes(value) ? [{ value, label }] : []))}
        {...form.getInputProps('expiry')}
      />
      <TokenReachFields form={form} tools={tools} />
    </FormModal>
  );
}
