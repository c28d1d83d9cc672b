/** Reads a remembered choice of this browser; what is missing or unreadable is null. Never holds secrets. */
export function readLocal<T>(key: string): T | null {
  try {
    const text = window.localStorage.getItem(`mcpnest.${key}`);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Remembers a choice in this browser; null forgets it. A full or forbidden store is no error. */
export function writeLocal(key: string, value: unknown): void {
  try {
    if (value === null) window.localStorage.removeItem(`mcpnest.${key}`);
    else window.localStorage.setItem(`mcpnest.${key}`, JSON.stringify(value));
  } catch {
    // A browser that stores nothing loses convenience only.
  }
}
