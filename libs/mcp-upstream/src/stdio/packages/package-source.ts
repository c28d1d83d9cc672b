import type { ProcessHost } from '../process-host.js';
import type { PackageSpec } from './package-spec.js';

/** Why a package is not there; its message is for operators. */
export class PackageProblem extends Error {
  override readonly name = 'PackageProblem';
}

/** A package as it was put into its folder. */
export interface BroughtPackage {
  /** What is run, below the folder or absolute: the program, or the interpreter. */
  readonly file: string;
  /** Arguments before the server's own; those that start with `./` are below the folder. */
  readonly args: readonly string[];
  /** Folders of the machine that the program needs to see besides its own. */
  readonly needs: readonly string[];
  /** SHA-256 of what names everything that came, with its integrity. */
  readonly lockHash: string;
}

/** What a source works with. */
export interface SourcePlace {
  /** Where packages are kept; a source may keep things of its own there. */
  readonly root: string;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
  /** All that its tool sees of the machine's variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs install scripts, behind its fence. */
  readonly host: Pick<ProcessHost, 'start'>;
}

/** What a package has to be, and the packages of it whose install scripts run, such as `npm:name@1.2.3`. */
export interface Pinned {
  readonly integrity: string;
  readonly scripts?: readonly string[];
}

/** One kind of registry, by the tool that the machine has for it. Nothing of a package is run but install scripts that were allowed. */
export interface PackageSource {
  /** The exact newest version of a package. @throws PackageProblem */
  newest(name: string): Promise<string>;
  /** What the registry says that an exact version is. @throws PackageProblem */
  pin(spec: PackageSpec): Promise<string>;
  /** Puts the package with all it depends on into an empty folder. @throws PackageProblem where it is not what was pinned */
  bring(spec: PackageSpec, pinned: Pinned, folder: string): Promise<BroughtPackage>;
  /** What has to be installed on this machine before packages of this kind can be; null where nothing is. */
  lacks(): Promise<string | null>;
}

/** The program to run: the only one, or the one of the package's own name. @throws PackageProblem where that is none */
export function chosenProgram(names: readonly string[], own: string): string {
  const chosen = names.length === 1 ? names[0] : names.find((one) => one === own);
  if (chosen !== undefined) return chosen;
  throw new PackageProblem(
    names.length === 0 ? 'The package has no program to run.' : 'The package has several programs and none of its own name.',
  );
}
