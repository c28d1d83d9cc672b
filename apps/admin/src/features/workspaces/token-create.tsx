import { Radio, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { TokenSecret } from './token-secret';
import type { TokenRules } from './token-policy.mutations';
import { useCreateToken } from './tokens.mutations';
import { tokenPolicyQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

const DAY_MS = 86_400_000;
const DAYS: Record<string, number | null> = { days30: 30, days90: 90, days365: 365, never: null };

/** RFC 3339 time of an expiry preset, null for never. */
export function expiryOf(preset: string, nowMs = Date.now()): string | null {
  const days = DAYS[preset] ?? null;
  return days === null ? null : new Date(nowMs + days * DAY_MS).toISOString();
}

/** The presets that the operator's rules allow; all of them as long as the rules are not known. */
function expiriesWithin(rules: TokenRules | undefined): readonly string[] {
  const presets = Object.keys(DAYS);
  if (!rules) return presets;
  const longest = rules.lifetimeDaysMax ?? Infinity;
  return presets.filter((preset) => (DAYS[preset] === null ? rules.mayNeverExpire : (DAYS[preset] ?? 0) <= longest));
}

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
      tools: (value, { scope }) => (scope === 'some' && value.length === 0 ? text.scopeEmpty : null),
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
      <Radio.Group label={text.scope} {...form.getInputProps('scope')}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={text.scopeAll} />
          <Radio value="some" label={text.scopeSome} />
        </Stack>
      </Radio.Group>
      {form.values.scope === 'some' && (
        <TagsInput label={text.scopePick} description={text.scopeHint} data={[...tools]} clearable {...form.getInputProps('tools')} />
      )}
      <TagsInput label={text.addresses} description={text.addressesHint} clearable {...form.getInputProps('addresses')} />
    </FormModal>
  );
}
