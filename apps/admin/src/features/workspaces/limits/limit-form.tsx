import { Autocomplete, NumberInput, SimpleGrid } from '@mantine/core';
import type { EffectiveLimit, SetLimitRequest } from '@mcpnest/api-client';
import { FormModal } from '../../../patterns/form-modal';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { isOwn, limitName } from './limit-name';
import { useSetLimit } from './limits.queries';
import { limitsText } from './limits.text';

const text = limitsText.form;
const FIELDS = [
  ['ratePerSecond', limitsText.columns.rate],
  ['burst', limitsText.columns.burst],
  ['concurrency', limitsText.columns.concurrency],
  ['callsPerDay', limitsText.columns.calls],
] as const;

interface LimitFormProps {
  slug: string;
  /** Undefined sets one of a tool. */
  limit?: EffectiveLimit;
  /** `server:tool` and `server:*` to choose from. */
  tools: readonly string[];
  onClose: () => void;
}

type Values = Record<(typeof FIELDS)[number][0], number | ''> & { subject: string };

/** The numbers that were set for this very thing; all else stays empty, with what holds instead shown in grey. */
function ownValues(limit: EffectiveLimit | undefined): Values {
  const own = (field: (typeof FIELDS)[number][0]): number | '' => {
    const number = limit?.[field];
    const isSet = number?.source === 'own' || (limit?.scope === 'each-token' && limit && isOwn(limit));
    return isSet && number?.value != null ? number.value : '';
  };
  return {
    subject: limit?.subject ?? '',
    ratePerSecond: own('ratePerSecond'),
    burst: own('burst'),
    concurrency: own('concurrency'),
    callsPerDay: own('callsPerDay'),
  };
}

/** Sets what one thing may do. */
export function LimitForm({ slug, limit, tools, onClose }: LimitFormProps) {
  const save = useSetLimit(slug);
  const { form, error, refuse } = useProblemForm<Values>({
    initialValues: ownValues(limit),
    validate: {
      subject: (value) => (limit || /^[a-z0-9]+(-[a-z0-9]+)*:.+$/.test(value) ? null : text.toolInvalid),
      burst: (value, { ratePerSecond }) => (value !== '' && ratePerSecond === '' ? text.burstInvalid : null),
    },
  });
  const submit = form.onSubmit(({ subject, ...numbers }) => {
    const given = Object.fromEntries(Object.entries(numbers).map(([field, value]) => [field, value === '' ? null : value]));
    const body: SetLimitRequest = { scope: limit?.scope ?? 'tool', subject: subject === '' ? null : subject, ...given };
    save.mutate(body, { onSuccess: onClose, onError: refuse });
  });
  return (
    <FormModal
      opened
      onClose={onClose}
      title={limit ? text.title(limitName(limit)) : text.newTitle}
      lead={text.lead}
      submitLabel={text.save}
      canSubmit={form.isDirty()}
      pending={save.isPending}
      error={error}
      onSubmit={submit}
    >
      {!limit && (
        <Autocomplete
          label={text.tool}
          description={text.toolHint}
          data={[...tools]}
          limit={50}
          maxLength={300}
          data-autofocus
          withAsterisk
          {...form.getInputProps('subject')}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {FIELDS.map(([field, label]) => (
          <NumberInput
            key={field}
            label={label}
            placeholder={limit?.[field].value == null ? limitsText.unbounded : String(limit[field].value)}
            min={1}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator
            {...form.getInputProps(field)}
          />
        ))}
      </SimpleGrid>
    </FormModal>
  );
}
