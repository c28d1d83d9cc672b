import { GREETINGS } from './demo-languages.js';

/** A prompt of the built-in demo server. */
export interface DemoPrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments?: readonly { readonly name: string; readonly description: string; readonly required: boolean }[];
  /** The text of its one message; undefined where an argument is missing or wrong. */
  text(input: Readonly<Record<string, unknown>>): string | undefined;
}

const NAME_LENGTH_MAX = 100;

const explainTools: DemoPrompt = {
  name: 'explain_tools',
  title: 'Explain the tools',
  description: 'Has the assistant explain the tools it was given.',
  text: () =>
    'List the tools you can use now. For each, say in one plain sentence what it does and when you would use it. Do not call any.',
};

const writeGreeting: DemoPrompt = {
  name: 'write_greeting',
  title: 'Write a greeting',
  description: 'Has the assistant write a short greeting for somebody.',
  arguments: [
    { name: 'name', description: 'Who is greeted', required: true },
    { name: 'language', description: 'The language to write in; English unless told', required: false },
  ],
  text: ({ name, language = 'english' }) => {
    if (typeof name !== 'string' || name === '' || name.length > NAME_LENGTH_MAX) return undefined;
    const opening = typeof language === 'string' ? GREETINGS.get(language.toLowerCase()) : undefined;
    return opening && `Write one friendly sentence in ${String(language)} that greets ${name} and begins with “${opening}”.`;
  },
};

/** The prompts of the demo server, in the order they are listed. */
export const DEMO_PROMPTS: readonly DemoPrompt[] = [explainTools, writeGreeting];

/** A prompt as `prompts/list` shows it. */
export function promptDefinition({ name, title, description, arguments: args }: DemoPrompt): Record<string, unknown> {
  return { name, title, description, ...(args && { arguments: args }) };
}
