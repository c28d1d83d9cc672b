import { Select, TextInput } from '@mantine/core';
import type { Server } from '@mcpnest/api-client';
import { holds } from '../../lib/permissions';
import { useMe } from '../../lib/session.queries';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { prefixRule } from './add-publish.step';
import { useExpose } from './exposures.mutations';
import { serversText } from './servers.text';

/** Shows a server of the catalogue in one workspace. */
export function PublishServer({ server, onClose }: { server: Server; onClose: () => void }) {
  const me = useMe();
  const expose = useExpose();
  const { form, error, refuse } = useProblemForm({
    initialValues: { slug: '', toolPrefix: '' },
    validate: { slug: (value) => (value === '' ? serversText.required : null), toolPrefix: prefixRule },
  });
  const open = me.workspaces.filter(({ slug }) => holds(me, 'exposures:write', slug));
  const submit = form.onSubmit(({ slug, toolPrefix }) =>
    expose.mutate({ slug, server: server.slug, ...(toolPrefix ? { toolPrefix } : {}) }, { onSuccess: onClose, onError: refuse }),
  );
  return (
    <FormModal
      opened
      onClose={onClose}
      title={serversText.detail.publish}
      submitLabel={serversText.detail.publish}
      canSubmit={form.values.slug !== ''}
      pending={expose.isPending}
      error={error}
      onSubmit={submit}
    >
      <Select
        label={serversText.add.workspaces}
        data={open.map(({ slug, name }) => ({ value: slug, label: name }))}
        searchable
        data-autofocus
        {...form.getInputProps('slug')}
      />
      <TextInput
        label={serversText.add.prefix}
        description={serversText.add.prefixHint}
        maxLength={24}
        {...form.getInputProps('toolPrefix')}
      />
    </FormModal>
  );
}
