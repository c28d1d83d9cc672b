/** How far a package has come. */
export const PACKAGE_STATES = ['installing', 'installed', 'failed'] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];

/** What tells installations apart: the package, and what of it may run while it is installed. */
export type PackageKey = Pick<LocalPackage, 'spec' | 'scripts'>;

/** The packages whose install scripts run, such as `npm:name@1.2.3`. */
export const scriptsOf = ({ scripts }: Pick<LocalPackage, 'scripts'>): readonly string[] => (scripts === '' ? [] : scripts.split(' '));

/** A package that servers run. */
export interface LocalPackage {
  /** `npm:name@1.2.3` or `pypi:name==1.2.3`. */
  readonly spec: string;
  /** Packages among what comes with it whose install scripts ran, by their names and versions, with spaces between; empty where none did. */
  readonly scripts: string;
  /** What the registry said that this version is, when it was first asked for. */
  readonly integrity: string;
  readonly state: PackageState;
  /** Why it could not be installed, for an operator. */
  readonly problem: string | null;
  /** SHA-256 of the lock of everything that came with it. */
  readonly lockHash: string | null;
  readonly askedByName: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}
