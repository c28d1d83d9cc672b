import { Button, Select, TextInput } from '@mantine/core';
import { ApiProblem, type Token } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '../../lib/format';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { expiriesWithin } from './token-expiry';
import { changeOf, valuesOf } from './token-change';
import { TokenReachFields, toolsRule } from './token-reach-fields';
import { useEditToken } from './tokens.mutations';
import { tokenPolicyQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

interface TokenEditProps {
  slug: string;
  token: Token;
  onClose: () => void;
  /** `server:tool` names offered for a narrowed token. */
  tools: readonly string[];
}

/** Renames, dates and narrows a token that is in use; its value stays. Mounted anew for every token. */
export function TokenEdit({ slug, token, onClose, tools }: TokenEditProps) {
  const edit = useEditToken(slug);
  const { form, error, refuse } = useProblemForm({
    initialValues: valuesOf(token),
    validate: {
      name: (value) => (value.trim() === '' ? workspacesText.required : null),
      tools: toolsRule,
      until: (value, { expiry }) => (expiry === 'date' && !(Date.parse(value) > Date.now()) ? text.untilPast : null),
    },
  });
  const offered = expiriesWithin(useQuery(tokenPolicyQuery).data);
  const kept = token.expiresAt === null ? text.never : formatDateTime(token.expiresAt);
  const submit = form.onSubmit((values) =>
    edit.mutate({ id: token.id, etag: token.etag, change: changeOf(token, values) }, { onSuccess: onClose, onError: refuse }),
  );
  const isStale = error instanceof ApiProblem && error.status === 412;
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.editTitle(token.name)}
      lead={text.editLead}
      submitLabel={text.editSubmit}
      canSubmit={form.isDirty() && !isStale}
      pending={edit.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={text.name} description={text.nameHint} maxLength={80} data-autofocus withAsterisk {...form.getInputProps('name')} />
      <Select
        label={text.expiry}
        allowDeselect={false}
        data={[
          { value: 'keep', label: text.expiryKeep(kept) },
          ...Object.entries(text.expiryOptions).flatMap(([value, label]) => (offered.includes(value) ? [{ value, label }] : [])),
          { value: 'date', label: text.expiryDate },
        ]}
        {...form.getInputProps('expiry')}
      />
      {form.values.expiry === 'date' && <TextInput type="datetime-local" label={text.expiryAt} {...form.getInputProps('until')} />}
      <TokenReachFields form={form} tools={tools} />
      {isStale && (
        <Button size="xs" variant="default" w="fit-content" onClick={onClose}>
          {text.editAgain}
        </Button>
      )}
    </FormModal>
  );
}
