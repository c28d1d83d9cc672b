// Where a slice has to be made known, and how: one insertion per file, before or after a line that must be there.

const last = (text, pattern, path) => {
  const index = text.search(pattern);
  if (index < 0) throw new Error(`${path} has changed its shape: the generator cannot find ${pattern}`);
  return index;
};
const before = (pattern, addition) => (text, path) => {
  const index = last(text, pattern, path);
  return text.slice(0, index) + addition + text.slice(index);
};
const both =
  (...edits) =>
  (text, path) =>
    edits.reduce((now, edit) => edit(now, path), text);

/** @returns path → edit of the files that name every slice. */
export function registrations({ One, one, oneVar, room, plural, stamp, migration, folder }) {
  const entityPath = `./${folder.replace('apps/api/src/', '')}/${one}.entity.js`;
  return {
    'apps/api/src/app.entities.ts': both(
      before(/^/, `import { ${One}Entity } from '${entityPath}';\n`),
      before(/\];\s*$/, `  ${One}Entity,\n`),
    ),
    'apps/api/src/app.migrations.ts': both(
      before(/^/, `import { ${migration} } from './platform/database/migrations/${stamp}-${room}-${plural}.js';\n`),
      before(/\];\s*$/, `  ${migration},\n`),
    ),
    'libs/shared/src/ids/new-id.ts': before(/\} as const;/, `  ${oneVar}: '${one.replaceAll('-', '').slice(0, 5)}',\n`),
    'libs/shared/src/errors/catalog.ts': before(
      /\} as const satisfies/,
      `  '${room}.${one}-not-found': entry(404, 'There is no such ${one.replaceAll('-', ' ')}'),\n`,
    ),
    [`libs/shared/src/audit/${room}-events.ts`]: before(
      /\}\s*$/,
      `  '${room}.${one}-created': { name: string };\n  '${room}.${one}-removed': { name: string };\n`,
    ),
    'apps/api/src/platform/events/ledger.port.ts': (text, path) => {
      last(text, /readonly kind:\s+\| '/, path);
      return text.replace(/(readonly kind:\s+)\| '/, `$1| '${one}'\n    | '`);
    },
  };
}
