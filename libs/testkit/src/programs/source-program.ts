import { fileURLToPath } from 'node:url';

const LOADER = new URL('../../../../tools/source-loader/register.mjs', import.meta.url).href;

/** Arguments of Node that run a program of this repository from its source; the program's own go behind them. */
export const sourceProgram = (program: URL): readonly string[] => [
  '--conditions=mcpnest-source',
  '--import',
  LOADER,
  fileURLToPath(program),
];
