/** One thing wrong with one variable. Values never stand here: they may be secrets. */
export interface EnvironmentFault {
  readonly variable: string;
  readonly problem: string;
}

/** Everything that is wrong with the environment, told at once. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly faults: readonly EnvironmentFault[]) {
    super(asTable(faults));
  }
}

function asTable(faults: readonly EnvironmentFault[]): string {
  const width = Math.max(...faults.map(({ variable }) => variable.length));
  const lines = faults.map(({ variable, problem }) => `  ${variable.padEnd(width)}  ${problem}`);
  return [
    `The environment has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was started.`,
    ...lines,
    'docs/reference/configuration.md explains every variable.',
  ].join('\n');
}
