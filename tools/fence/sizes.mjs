// The ceilings of a file by its role: above `warning` it is counted by the ratchet, above `error` lint fails.
const SIZES = [
  { role: 'test', path: /(\.(spec|int-spec|e2e-spec|contract)\.tsx?$)|(^|\/)testing\//, warning: 500, error: 700 },
  { role: 'protocol codec', path: /^libs\/mcp-protocol\/src\/(json-rpc|sse)\//, warning: 400, error: 600 },
  { role: 'controller', path: /\.controller\.ts$/, warning: 150, error: 200 },
  { role: 'page', path: /\.page\.tsx$/, warning: 150, error: 200 },
  { role: 'service', path: /\.service\.ts$/, warning: 250, error: 300 },
  { role: 'repository', path: /\.repository\.ts$/, warning: 250, error: 300 },
  { role: 'read model', path: /\.read-model\.ts$/, warning: 150, error: 200 },
  { role: 'entity, dto or module', path: /\.(entity|dto|module|event)\.ts$/, warning: 120, error: 200 },
  { role: 'component', path: /\.tsx$/, warning: 200, error: 300 },
  { role: 'file', path: /./, warning: 300, error: 400 },
];

/** The ceilings that hold for a repository path. */
export const sizeOf = (path) => SIZES.find((size) => size.path.test(path));
