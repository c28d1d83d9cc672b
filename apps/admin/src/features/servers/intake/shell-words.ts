/** Splits a command line as a shell would: quotes, backslashes and continued lines (also those of PowerShell and cmd). */
export function shellWords(line: string): string[] {
  const joined = line.replace(/[\\`^]\r?\n/g, ' ');
  const words: string[] = [];
  let word = '';
  let open = false;
  let quote = '';
  for (let at = 0; at < joined.length; at += 1) {
    const char = joined[at]!;
    if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === '\\' && quote === '"' && /["\\$`]/.test(joined[at + 1] ?? '')) word += joined[(at += 1)]!;
      else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      open = true;
    } else if (char === '\\' && at + 1 < joined.length) word += joined[(at += 1)]!;
    else if (/\s/.test(char)) {
      if (open || word !== '') words.push(word);
      word = '';
      open = false;
    } else word += char;
  }
  if (open || word !== '') words.push(word);
  return words;
}
