import { Select, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FormModal } from '../../patterns/form-modal';
import { QueryView } from '../../patterns/query-view';
import { useProblemForm } from '../../patterns/use-problem-form';
import { AnchorLink } from '../../ui/links';
import { prefixRule } from './add-publish.step';
import { useExpose } from './exposures.mutations';
import { serversQuery } from './servers.queries';
import { serversText } from './servers.text';

const text = serversText.exposures;

/** Brings a server of the catalogue into a workspace. */
export function ExposureAdd({ slug, taken, onClose }: { slug: string; taken: readonly string[]; onClose: () => void }) {
  const servers = useInfiniteQuery(serversQuery());
  const expose = useExpose();
  const { form, error, refuse } = useProblemForm({ initialValues: { server: '', toolPrefix: '' }, validate: { toolPrefix: prefixRule } });
  const submit = form.onSubmit(({ server, toolPrefix }) =>
    expose.mutate({ slug, server, ...(toolPrefix ? { toolPrefix } : {}) }, { onSuccess: onClose, onError: refuse }),
  );
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.addTitle}
      submitLabel={text.add}
      canSubmit={form.values.server !== ''}
      pending={expose.isPending}
      error={error}
      onSubmit={submit}
    >
      <QueryView query={servers} lines={2}>
        {({ pages }) => {
          const free = pages.flatMap((page) => page.data).filter((server) => !taken.includes(server.slug));
          if (free.length === 0)
            return (
              <Text size="sm">
                {text.nonePicked} <AnchorLink to="/catalogue">{text.toCatalogue}</AnchorLink>
              </Text>
            );
          return (
            <>
              <Select
                label={text.pick}
                placeholder={text.pickPlaceholder}
                data={free.map((server) => ({ value: server.slug, label: server.name }))}
                searchable
                data-autofocus
                {...form.getInputProps('server')}
              />
              <TextInput
                label={serversText.add.prefix}
                description={serversText.add.prefixHint}
                maxLength={24}
                {...form.getInputProps('toolPrefix')}
              />
            </>
          );
        }}
      </QueryView>
    </FormModal>
  );
}
