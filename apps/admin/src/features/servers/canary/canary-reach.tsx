import { Input, MultiSelect, Slider, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tokenChoiceQuery } from '../curation/curation.queries';
import { canaryText as text } from './canary.text';

const MARKS = [0, 25, 50, 75, 100].map((value) => ({ value, label: `${value} %` }));

/** Whom a canary serves. */
export interface Reach {
  sharePercent: number;
  tokens: string[];
}

interface CanaryReachProps {
  slug: string;
  reach: Reach;
  /** Names of chosen tokens that may have ended since. */
  chosen?: readonly { id: string; name: string; active: boolean }[];
  disabled?: boolean;
  onChange: (reach: Reach) => void;
}

/** Chooses whom a canary serves. */
export function CanaryReach({ slug, reach, chosen = [], disabled = false, onChange }: CanaryReachProps) {
  const tokens = useQuery(tokenChoiceQuery(slug));
  const active = (tokens.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const ended = chosen.filter(({ active: works }) => !works).map(({ id, name }) => ({ value: id, label: text.inactive(name) }));
  return (
    <Stack gap="md">
      <Input.Wrapper label={text.share} description={text.shareHint} component="div">
        <Slider
          mt="xs"
          mb="lg"
          mx="xs"
          min={0}
          max={100}
          step={1}
          marks={MARKS}
          disabled={disabled}
          label={(value) => `${value} %`}
          thumbLabel={text.share}
          value={reach.sharePercent}
          onChange={(sharePercent) => onChange({ ...reach, sharePercent })}
        />
      </Input.Wrapper>
      <MultiSelect
        label={text.tokens}
        placeholder={reach.tokens.length === 0 ? text.tokensPlaceholder : undefined}
        searchable
        disabled={disabled}
        data={[...active, ...ended]}
        value={reach.tokens}
        onChange={(chosenIds) => onChange({ ...reach, tokens: chosenIds })}
      />
    </Stack>
  );
}
