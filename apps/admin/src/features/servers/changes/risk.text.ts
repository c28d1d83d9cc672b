import type { LockChange } from '@mcpnest/api-client';

/** What each risk mark means, in words for whoever decides. Marks flag; they decide nothing. */
export const riskText: Record<LockChange['marks'][number]['mark'], { label: string; explain: string }> = {
  'hidden-characters': { label: 'hidden characters', explain: 'Characters nobody sees can carry words that only the model reads.' },
  'bidirectional-text': { label: 'reordered text', explain: 'Control characters change the order in which the text is shown.' },
  'tag-characters': {
    label: 'invisible letters',
    explain: 'Tag characters spell out text that is invisible to people and read by models.',
  },
  'terminal-escapes': { label: 'terminal codes', explain: 'Escape sequences can hide or recolour text in a terminal.' },
  'mixed-scripts': { label: 'look-alike letters', explain: 'A word mixes alphabets, so that it looks like another one.' },
  'addresses-model': {
    label: 'talks to the model',
    explain: 'It reads like an instruction to the model rather than a description of the tool.',
  },
  'mentions-other-tools': {
    label: 'names other tools',
    explain: 'It mentions a tool of another server, perhaps to change how that one is used.',
  },
  'required-parameter-added': { label: 'new required parameter', explain: 'Calls must send something they did not send before.' },
  'parameter-removed': { label: 'parameter gone', explain: 'Calls that send it may be refused.' },
  'parameter-type-changed': { label: 'other type', explain: 'A parameter takes another kind of value than before.' },
  'turned-destructive': { label: 'now destructive', explain: 'The server says now that the tool may delete or overwrite.' },
  'read-only-dropped': { label: 'no longer read-only', explain: 'The server no longer says that the tool only reads.' },
};
