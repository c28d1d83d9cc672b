import { describeEnvironment } from '../../apps/api/src/config/env.schema.ts';
import { code, page, table } from './markdown.mjs';

const fallbackOf = ({ default: fallback, otherwise }) => otherwise ?? (fallback ? code(fallback) : 'empty');

/** docs/reference/configuration.md: every variable of the environment. */
export function configurationPage() {
  const rows = describeEnvironment().map((variable) => [
    code(variable.name) + (variable.secret ? `, ${code(`${variable.name}_FILE`)}` : ''),
    fallbackOf(variable),
    variable.description,
  ]);
  return page('Configuration', '`apps/api/src/config/env.schema.ts`', [
    'All faults are reported at once at start, and the process exits. A secret may be given as `NAME_FILE`, the path of a file that holds it. Settings that administrators change at run time are not here: they are rows in the database.',
    table(['name', 'when not set', 'meaning'], rows),
  ]);
}

/** Sentences as comment lines of at most 110 characters. */
const comment = (text) => text.match(/.{1,108}(\s|$)/g).map((line) => `# ${line.trim()}`);

/** .env.example: the same variables, all commented out. */
export function environmentExample() {
  const entries = describeEnvironment().map((variable) => {
    const secret = variable.secret ? ` A secret: better given as ${variable.name}_FILE.` : '';
    const fallback = variable.otherwise ? ` When not set: ${variable.otherwise}.` : '';
    return [...comment(`${variable.description}${fallback}${secret}`), `# ${variable.name}=${variable.default ?? ''}`].join('\n');
  });
  const head = '# Generated from apps/api/src/config/env.schema.ts by `npm run generate`. Do not edit: copy it.';
  return `${head}\n\n${entries.join('\n\n')}\n`;
}
