/** JSON as clients keep it: comments and trailing commas are forgiven. Undefined when it is no JSON. */
export function parseLooseJson(text: string): unknown {
  const plain = text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) => (part.startsWith('"') ? part : ' '));
  const tidy = plain.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g, (part) => (part.startsWith('"') ? part : ''));
  try {
    return JSON.parse(tidy);
  } catch {
    return undefined;
  }
}
