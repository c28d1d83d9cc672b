/** Repository path → how to render what stands there. */
export const PAGES: Readonly<Record<string, () => string>>;
