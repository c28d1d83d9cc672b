export function runtimeDependencies(): Record<string, string>;
export function dependencyReasons(): Record<string, string>;
export function dependenciesPage(): string;
