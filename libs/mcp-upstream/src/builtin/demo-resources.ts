import { GREETINGS } from './demo-languages.js';

const GUIDE = `# Trying the gateway

1. Call \`echo\` with a message. It appears in the call log within a second.
2. Call \`slow_count\` and watch its progress, or cancel it.
3. Call \`greet_me\`. It asks for your name, if your client can show a question.
4. Call \`always_fails\` to see what a failed call looks like.
5. Read \`demo://greetings/finnish\`, a resource made from a template.
`;
/** A PNG of one transparent pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** The resources of the demo server, as they are listed. */
export const DEMO_RESOURCES = [
  {
    uri: 'demo://guide',
    name: 'guide',
    title: 'Trying the gateway',
    description: 'Five things to try with the demo server.',
    mimeType: 'text/markdown',
  },
  {
    uri: 'demo://languages',
    name: 'languages',
    title: 'Languages',
    description: 'The languages in which the demo server can greet.',
    mimeType: 'application/json',
  },
  { uri: 'demo://pixel', name: 'pixel', title: 'A pixel', description: 'The smallest image there is.', mimeType: 'image/png' },
] as const;

/** The resource templates of the demo server. */
export const DEMO_TEMPLATES = [
  {
    uriTemplate: 'demo://greetings/{language}',
    name: 'greeting',
    title: 'A greeting',
    description: 'How to greet in a language.',
    mimeType: 'text/plain',
  },
] as const;

const GREETING_URI = /^demo:\/\/greetings\/([a-z]{1,32})$/;

/** What a URI stands for, as one entry of `contents`; undefined where it stands for nothing. */
export function readDemoResource(uri: string): Record<string, unknown> | undefined {
  if (uri === 'demo://guide') return { uri, mimeType: 'text/markdown', text: GUIDE };
  if (uri === 'demo://languages') return { uri, mimeType: 'application/json', text: JSON.stringify([...GREETINGS.keys()]) };
  if (uri === 'demo://pixel') return { uri, mimeType: 'image/png', blob: PIXEL };
  const greeting = GREETINGS.get(GREETING_URI.exec(uri)?.[1] ?? '');
  return greeting === undefined ? undefined : { uri, mimeType: 'text/plain', text: greeting };
}
