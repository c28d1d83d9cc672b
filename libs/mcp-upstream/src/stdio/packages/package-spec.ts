/** Where packages come from that the gateway can run. */
export const PACKAGE_REGISTRIES = ['npm', 'pypi'] as const;
export type PackageRegistry = (typeof PACKAGE_REGISTRIES)[number];

/** A package and the exact version of it. */
export interface PackageSpec {
  readonly registry: PackageRegistry;
  /** Of PyPI with its extras, `name[one,two]`. */
  readonly name: string;
  readonly version: string;
}

const SHAPES: Readonly<Record<PackageRegistry, { readonly whole: RegExp; readonly name: RegExp; readonly version: RegExp }>> = {
  npm: {
    whole: /^npm:(.+)@([^@]+)$/,
    name: /^(?:@[a-z0-9][a-z0-9._~-]{0,100}\/)?[a-z0-9][a-z0-9._~-]{0,100}$/,
    // Semantic Versioning 2.0.0, without build metadata, which registries leave out.
    version: /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z.-]{1,60})?$/,
  },
  pypi: {
    whole: /^pypi:(.+)==([^=]+)$/,
    name: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?(?:\[[A-Za-z0-9][A-Za-z0-9._,-]{0,98}\])?$/,
    // Public versions in their normal form (packaging.python.org, version specifiers); local ones are of no index.
    version: /^(?:\d{1,9}!)?\d{1,9}(?:\.\d{1,9}){0,9}(?:(?:a|b|rc)\d{1,9})?(?:\.post\d{1,9})?(?:\.dev\d{1,9})?$/,
  },
};

/** Reads `npm:name@1.2.3` or `pypi:name==1.2.3`; null for what is no exact version of a package. Ranges and tags change under one's feet. */
export function readPackageSpec(text: string): PackageSpec | null {
  for (const registry of PACKAGE_REGISTRIES) {
    const shape = SHAPES[registry];
    const [, name = '', version = ''] = shape.whole.exec(text) ?? [];
    if (shape.name.test(name) && shape.version.test(version)) return { registry, name, version };
  }
  return null;
}

/** The package as it is written, `npm:name@1.2.3` or `pypi:name==1.2.3`. */
export const packageText = ({ registry, name, version }: PackageSpec): string =>
  `${registry}:${name}${registry === 'pypi' ? '==' : '@'}${version}`;

/** `npm:name` or `pypi:name` of a package in whatever version; what is no package stays as it is. */
export const withoutVersion = (text: string): string => text.replace(/^pypi:([^=]+)==.*$/, 'pypi:$1').replace(/^(npm:.+)@[^@/]*$/, '$1');
