// Small pieces of Markdown for the generated pages.

/** A table; cells are escaped, so that a pipe in a sentence breaks nothing. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

export const code = (text) => `\`${text}\``;

/** A generated page: its title, one sentence about where it comes from, and its parts. */
export const page = (title, source, parts) =>
  `# ${title}\n\n> Generated from ${source} by \`npm run generate\`. Do not edit.\n\n${parts.join('\n\n')}\n`;
