/** What could be odd about an entry and still let it be read. */
export const WARNING_CODES = [
  'name-invalid',
  'description-missing',
  'description-too-long',
  'version-missing',
  'version-placeholder',
  'package-placeholder',
  'schema-unknown',
  'deprecated',
  'deleted',
  'nothing-to-connect',
  'needs-local-servers',
  'remote-unreadable',
  'remote-left-out',
  'plain-http',
  'address-not-public',
  'address-denied',
  'program-denied',
  'header-left-out',
  'variable-undeclared',
  'secret-in-url',
  'secret-lifted',
  'variable-left-out',
  'package-not-exact',
  'older-version-left-out',
  'entry-unreadable',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** One oddity; the detail names it in a sentence for the person who decides. */
export interface ImportWarning {
  readonly code: WarningCode;
  readonly detail: string;
}

/** A header of a template. Its value may hold `{key}` of inputs. */
export interface TemplateHeader {
  readonly name: string;
  readonly secret: boolean;
  /** One that is not required is left out where its inputs are empty. */
  readonly required: boolean;
  readonly value: string;
}

/** How a server is reached, with `{key}` where a person fills something in. */
export interface TransportTemplate {
  readonly type: 'streamable-http' | 'sse';
  readonly url: string;
  readonly headers: readonly TemplateHeader[];
}

/** Words of a command that belong together, such as an option and its value. */
export interface TemplateArgument {
  /** A word is a text, or `{key}` where it is filled in; `keys` says which braces are meant so. */
  readonly words: readonly string[];
  readonly keys: readonly string[];
  /** One that is not required is left out where its inputs are empty. */
  readonly required: boolean;
  /** Its value goes into the vault, and into the command when it is started. */
  readonly secret: boolean;
  /** Its value is a folder or a file of the gateway's machine, which the program may then read. */
  readonly isPath: boolean;
}

/** A program that the gateway runs, with `{key}` where a person fills something in. */
export interface LocalTemplate {
  /** `npm:name` or `pypi:name`, with `@version` or `==version` behind it where the document names an exact one; null for a program of the machine. */
  readonly package: string | null;
  /** Absolute path of a program; null for a package. */
  readonly command: string | null;
  readonly args: readonly TemplateArgument[];
  readonly env: readonly TemplateHeader[];
  /** Key of the input that says `on` or `off`. */
  readonly network: string;
}

export const INPUT_PLACES = ['url', 'header', 'variable', 'argument', 'network'] as const;
export type InputPlace = (typeof INPUT_PLACES)[number];

/** One thing to fill in. */
export interface ImportInput {
  /** What stands in braces in the template; unique within the entry. */
  readonly key: string;
  readonly place: InputPlace;
  readonly description: string | null;
  readonly required: boolean;
  readonly secret: boolean;
  /** Empty where any text will do. */
  readonly choices: readonly string[];
  readonly default: string | null;
  readonly placeholder: string | null;
  /** A secret that the document itself held, in clear; it never leaves the process unsealed. Null where it held none. */
  readonly lifted: string | null;
}

/** A package that a document names. */
export interface LocalPackage {
  /** npm, pypi, oci, nuget, cargo, mcpb, or `command` for a program line of a client's configuration. */
  readonly registry: string;
  readonly identifier: string;
  readonly version: string | null;
  /** As a local server names what it runs, `npm:@scope/name@1.2.3` or `pypi:name==1.2.3`; null for what the gateway cannot run. */
  readonly program: string | null;
  /** `{hint}` stands where a person fills something in. */
  readonly args: readonly string[];
  readonly env: readonly PackageVariable[];
}

/** A variable that a package wants to be started with. */
export interface PackageVariable {
  readonly name: string;
  readonly secret: boolean;
  readonly required: boolean;
  readonly description: string | null;
  /** Empty where any text will do. */
  readonly choices: readonly string[];
  readonly default: string | null;
}

/** One server as a document offers it, in one form whatever the document's generation. */
export interface ImportEntry {
  /** One printable line, at most 128 characters. */
  readonly name: string;
  /** `reverse.domain/name` of a registry; null where the document has none that is valid. */
  readonly registryName: string | null;
  readonly version: string | null;
  readonly description: string | null;
  readonly documentationUrl: string | null;
  readonly repositoryUrl: string | null;
  readonly status: 'active' | 'deprecated' | 'deleted';
  /** Null for what runs on a machine of one's own. */
  readonly transport: TransportTemplate | null;
  /** What the gateway would run, where there is no address; null where it cannot. */
  readonly local: LocalTemplate | null;
  readonly inputs: readonly ImportInput[];
  readonly packages: readonly LocalPackage[];
  readonly warnings: readonly ImportWarning[];
}

/** What was read of a document. */
export interface ReadDocument {
  /** Null where nothing in it was recognized. */
  readonly form: 'registry' | 'configuration' | null;
  readonly entries: readonly ImportEntry[];
  /** What concerns no single entry. */
  readonly warnings: readonly ImportWarning[];
}
