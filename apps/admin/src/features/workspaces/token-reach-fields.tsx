import { Radio, Stack, TagsInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

/** What a token may reach, as forms have it: all tools or some, and from where. */
export interface TokenReach {
  scope: string;
  tools: string[];
  addresses: string[];
}

/** Refuses a limit to tools that names none. */
export const toolsRule = (value: string[], { scope }: TokenReach): string | null =>
  scope === 'some' && value.length === 0 ? text.scopeEmpty : null;

interface TokenReachFieldsProps<Values extends TokenReach> {
  form: UseFormReturnType<Values>;
  /** `server:tool` names offered for a narrowed token. */
  tools: readonly string[];
}

/** Narrows a token to tools and to addresses. */
export function TokenReachFields<Values extends TokenReach>({ form, tools }: TokenReachFieldsProps<Values>) {
  return (
    <>
      <Radio.Group label={text.scope} {...form.getInputProps('scope')}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={text.scopeAll} />
          <Radio value="some" label={text.scopeSome} />
        </Stack>
      </Radio.Group>
      {form.getValues().scope === 'some' && (
        <TagsInput label={text.scopePick} description={text.scopeHint} data={[...tools]} clearable {...form.getInputProps('tools')} />
      )}
      <TagsInput label={text.addresses} description={text.addressesHint} clearable {...form.getInputProps('addresses')} />
    </>
  );
}
