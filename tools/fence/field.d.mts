export function onField<T>(root: string, work: (field: string) => T): T;
