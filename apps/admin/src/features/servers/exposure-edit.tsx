import { Select, Text, TextInput } from '@mantine/core';
import type { Exposure } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { prefixRule } from './add-publish.step';
import { useRollback, useUpdateExposure } from './exposures.mutations';
import { versionsQuery } from './servers.queries';
import { serversText } from './servers.text';
import { VersionDifference } from './upgrade/version-difference';

const text = serversText.exposures;

/** Which version a workspace is on, and under which prefix its tools appear. */
export function ExposureEdit({ slug, exposure, onClose }: { slug: string; exposure: Exposure; onClose: () => void }) {
  const server = exposure.server.slug;
  const versions = useQuery(versionsQuery(server));
  const update = useUpdateExposure(slug);
  const rollback = useRollback(slug);
  const { form, error, refuse } = useProblemForm({
    initialValues: { version: String(exposure.version), toolPrefix: exposure.toolPrefix ?? '' },
    validate: { toolPrefix: prefixRule },
  });
  const submit = form.onSubmit(async (values) => {
    const version = Number(values.version);
    const change = {
      ...(form.isDirty('toolPrefix') ? { toolPrefix: values.toolPrefix || null } : {}),
      ...(version > exposure.version ? { version } : {}),
    };
    try {
      if (version < exposure.version) await rollback.mutateAsync({ server, version });
      if (Object.keys(change).length > 0) await update.mutateAsync({ server, ...change });
      onClose();
    } catch (problem) {
      refuse(problem);
    }
  });
  const approved = (versions.data ?? []).filter(({ state, number }) => state === 'approved' || number === exposure.version);
  return (
    <FormModal
      opened
      size="lg"
      onClose={onClose}
      title={text.editTitle(exposure.server.name)}
      submitLabel={text.save}
      canSubmit={form.isDirty()}
      pending={update.isPending || rollback.isPending}
      error={error}
      onSubmit={submit}
    >
      <Select
        label={text.version}
        allowDeselect={false}
        data={approved.map(({ number, note }) => ({ value: String(number), label: note ? `v${number} · ${note}` : `v${number}` }))}
        {...form.getInputProps('version')}
      />
      {Number(form.values.version) < exposure.version && (
        <Text size="sm" c="dimmed">
          {text.rollbackHint}
        </Text>
      )}
      {Number(form.values.version) !== exposure.version && (
        <VersionDifference server={server} from={exposure.version} to={Number(form.values.version)} />
      )}
      <TextInput
        label={serversText.add.prefix}
        description={serversText.add.prefixHint}
        maxLength={24}
        {...form.getInputProps('toolPrefix')}
      />
    </FormModal>
  );
}
