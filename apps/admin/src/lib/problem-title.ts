import { ERROR_CATALOG } from '@mcpnest/shared/errors';

/** The title of a code of the error catalogue; undefined for what is none. */
export const problemTitle = (code: string): string | undefined =>
  Object.hasOwn(ERROR_CATALOG, code) ? ERROR_CATALOG[code as keyof typeof ERROR_CATALOG].title : undefined;
