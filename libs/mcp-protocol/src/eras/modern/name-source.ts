/** Which member of `params` the `Mcp-Name` header repeats, by method (2026-07-28, "Standard headers"; `tasks/*`: Tasks extension). */
const NAME_SOURCES: ReadonlyMap<string, string> = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
  ['tasks/get', 'taskId'],
  ['tasks/update', 'taskId'],
  ['tasks/cancel', 'taskId'],
]);

/** The key in `params`, or undefined for methods that take no `Mcp-Name`. */
export function nameSource(method: string): string | undefined {
  return NAME_SOURCES.get(method);
}
