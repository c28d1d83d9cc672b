/** A package and the exact version of it. */
export interface PackageSpec {
  readonly registry: 'npm';
  readonly name: string;
  readonly version: string;
}

const NAME = /^(?:@[a-z0-9][a-z0-9._~-]{0,100}\/)?[a-z0-9][a-z0-9._~-]{0,100}$/;
/** Semantic Versioning 2.0.0, without build metadata, which registries leave out. */
const VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z.-]{1,60})?$/;

/** Reads `npm:name@1.2.3`; null for what is no exact version of a package. Ranges and tags change under one's feet. */
export function readPackageSpec(text: string): PackageSpec | null {
  const found = /^npm:(.+)@([^@]+)$/.exec(text);
  const [, name = '', version = ''] = found ?? [];
  return NAME.test(name) && VERSION.test(version) ? { registry: 'npm', name, version } : null;
}
