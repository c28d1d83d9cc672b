const VARIABLE = /\{([^{}\s]{1,128})\}/g;
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/** What stands in braces in a template, each once. */
export const variablesOf = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(VARIABLE)].map(([, variable]) => variable!)),
];

/**
 * An address with its `{variables}` put in. What stands at the front or in the host goes in as it is, save for what could lead to
 * another host; the rest is encoded so that it stays in its place.
 */
export function fillAddress(template: string, valueOf: (variable: string) => string): string {
  const authorityEnd = AUTHORITY.exec(template)?.[0].length ?? 0;
  return template.replace(VARIABLE, (_, variable: string, at: number) => {
    const value = valueOf(variable);
    if (at === 0) return value.replace(/\/+$/, '');
    return at < authorityEnd ? value.replace(/[^\w.:-]/g, '') : encodeURIComponent(value).replaceAll('%2F', '/');
  });
}
