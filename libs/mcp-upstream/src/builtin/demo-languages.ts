/** Languages the demo server can greet in, and how. */
export const GREETINGS: ReadonlyMap<string, string> = new Map([
  ['arabic', 'مرحبا'],
  ['english', 'Hello'],
  ['finnish', 'Hei'],
  ['french', 'Bonjour'],
  ['german', 'Guten Tag'],
  ['greek', 'Γειά σου'],
  ['hindi', 'नमस्ते'],
  ['italian', 'Ciao'],
  ['japanese', 'こんにちは'],
  ['portuguese', 'Olá'],
  ['spanish', 'Hola'],
  ['swahili', 'Habari'],
]);

/** Languages that begin with what was typed so far, in any case. */
export function languagesFrom(typed: string): string[] {
  const start = typed.toLowerCase();
  return [...GREETINGS.keys()].filter((language) => language.startsWith(start));
}
