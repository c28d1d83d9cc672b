/** Pages beside those of servers; a server may be called so all the same. */
const PAGES: ReadonlySet<string> = new Set(['new', 'import', 'changes']);
/** Stands in no slug and in no id. */
const MARK = '~';

/** The part of the address that stands for a server, by slug or id. */
export const pathOfServer = (server: string): string => (PAGES.has(server) ? `${MARK}${server}` : server);

export const serverOfPath = (part: string): string => (part.startsWith(MARK) ? part.slice(MARK.length) : part);
