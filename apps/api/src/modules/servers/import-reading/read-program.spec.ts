import { fillLocal } from './fill-local.js';
import type { ImportEntry } from './import-entry.js';
import { readConfiguration } from './read-configuration.js';
import { readDocument } from './read-document.js';

const only = (entry: object): ImportEntry => {
  const entries = readConfiguration({ mcpServers: { x: entry } }, []);
  expect(entries).toHaveLength(1);
  return entries[0]!;
};
/** What a person would get who changes nothing but what they must. */
function imported({ local, inputs }: ImportEntry, typed: Record<string, string> = {}) {
  const values = Object.fromEntries(
    inputs.flatMap(({ key, default: given, lifted }) => ((lifted ?? given) ? [[key, (lifted ?? given)!]] : [])),
  );
  return fillLocal(local!, { ...values, ...typed });
}
const codes = ({ warnings }: ImportEntry) => warnings.map(({ code }) => code);

describe('a program of a configuration', () => {
  it.each([
    [['npx', '-y', '@scope/name@1.2.3', 'one', '--two'], 'npm:@scope/name@1.2.3', ['one', '--two']],
    [['npx', 'name'], 'npm:name', []],
    [['npx', '-y', 'name@latest'], 'npm:name', []],
    [['npx', '-p', 'name@1.0.0', 'its-program', 'one'], 'npm:name@1.0.0', ['one']],
    [['npx', '--package=name@1.0.0', '--', 'its-program', 'one'], 'npm:name@1.0.0', ['one']],
    [['cmd', '/c', 'npx', '-y', 'name@1.0.0'], 'npm:name@1.0.0', []],
    [['C:\\node\\npx.cmd', 'name@1.0.0'], 'npm:name@1.0.0', []],
    [['bunx', 'name@1.0.0'], 'npm:name@1.0.0', []],
    [['uvx', 'name==1.0.0', 'one'], 'pypi:name==1.0.0', ['one']],
    [['uvx', 'name@1.0', '--two'], 'pypi:name==1.0', ['--two']],
    [['uvx', 'name@latest'], 'pypi:name', []],
    [['uvx', '--from', 'name[extra]==1.0.0', 'its-program', 'one'], 'pypi:name[extra]==1.0.0', ['one']],
    [['pipx', 'run', 'name==1.0.0'], 'pypi:name==1.0.0', []],
    [['pipx', 'run', '--spec', 'name==1.0.0', 'its-program', 'one'], 'pypi:name==1.0.0', ['one']],
  ])('%j is the package %s', ([command, ...args], spec, rest) => {
    const entry = only({ command, args });
    expect(entry.local!.package).toBe(spec);
    expect(imported(entry).transport).toMatchObject({ type: 'stdio', package: spec, args: rest, network: false, folders: [] });
    expect(codes(entry)).toEqual([...(/(@|==)\d/.test(spec) ? [] : ['package-not-exact']), 'needs-local-servers']);
  });

  it('of the machine is a command', () => {
    expect(imported(only({ command: '/opt/server', args: ['--stdio'] })).transport).toMatchObject({
      command: '/opt/server',
      args: ['--stdio'],
    });
  });

  it.each([
    ['node server.js'],
    ['docker run -i image'],
    ['npx ../evil@1.0.0'],
    ['npx --registry=http://evil.example'],
    ['npx git+https://e/x'],
    ['uvx --from git+https://e/x x'],
  ])('that is no package and no path cannot be run: %s', (line) => {
    const [command, ...args] = line.split(' ');
    const entry = only({ command, args });
    expect([entry.local, codes(entry)]).toEqual([null, ['needs-local-servers']]);
  });

  it('has its secrets lifted, its other variables readable, and those of loaders dropped', () => {
    const entry = only({
      command: 'npx',
      args: ['name@1.0.0'],
      env: { API_KEY: 's3cret-1', REGION: 'eu', HOST_URL: '<your url>', NODE_OPTIONS: '--require /tmp/x', PATH: '/evil' },
    });
    expect(JSON.stringify(entry.local)).not.toContain('s3cret');
    expect(codes(entry)).toEqual(['secret-lifted', 'variable-left-out', 'variable-left-out', 'needs-local-servers']);
    const { transport, credentials, missing } = imported(entry);
    expect(transport.env).toEqual([
      { name: 'API_KEY', secret: true },
      { name: 'REGION', value: 'eu' },
      { name: 'HOST_URL', secret: true },
    ]);
    expect([credentials, missing, transport.network]).toEqual([{ API_KEY: 's3cret-1' }, [], true]);
  });

  it.each([
    [
      ['--api-key', 's3cret-1'],
      ['--api-key', '${API_KEY}'],
    ],
    [['--api-key=s3cret-1'], ['--api-key=${API_KEY}']],
  ])('has a secret of its arguments in a variable: %j', (args, given) => {
    const entry = only({ command: 'npx', args: ['name@1.0.0', ...args] });
    expect(JSON.stringify(entry.local)).not.toContain('s3cret');
    expect(imported(entry)).toMatchObject({
      transport: { args: given, env: [{ name: 'API_KEY', secret: true }] },
      credentials: { API_KEY: 's3cret-1' },
    });
  });

  it('is given the folders that its arguments name', () => {
    const entry = only({ command: 'npx', args: ['name@1.0.0', '/srv/documents/', '/path/to/more'] });
    expect(imported(entry).missing).toEqual(['path-2']);
    expect(imported(entry, { 'path-2': '/srv/more' }).transport).toMatchObject({
      args: ['/srv/documents/', '/srv/more'],
      folders: [{ path: '/srv/documents' }, { path: '/srv/more' }],
    });
  });

  it('keeps braces of its own', () => {
    expect(imported(only({ command: 'npx', args: ['name@1.0.0', '{network}'] })).transport.args).toEqual(['{network}']);
  });
});

describe('a package of a server document', () => {
  const entryOf = (pack: object): ImportEntry => {
    const packages = [{ registryType: 'npm', identifier: '@x/y', version: '1.2.3', transport: { type: 'stdio' }, ...pack }];
    return readDocument({ name: 'com.example/x', description: 'X', version: '1.0.0', packages }).entries[0]!;
  };

  it('asks for what it declares', () => {
    const entry = entryOf({
      packageArguments: [
        { type: 'positional', valueHint: 'root', format: 'filepath', isRequired: true, description: 'Where the files are' },
        { type: 'named', name: '--port', default: '80' },
        { type: 'named', name: '--token', isSecret: true, isRequired: true },
        { type: 'named', name: '--read-only' },
        { type: 'positional', value: 'serve' },
        {
          type: 'named',
          name: '--mode',
          value: 'for-{who}',
          variables: { who: { isRequired: true, choices: ['one', 'all'] } },
          isRequired: true,
        },
      ],
      environmentVariables: [
        { name: 'LEVEL', default: 'info' },
        { name: 'API_KEY', isSecret: true, isRequired: true },
      ],
    });
    expect(entry.inputs).toMatchObject([
      { key: 'LEVEL', place: 'variable', required: false, secret: false, default: 'info' },
      { key: 'API_KEY', place: 'variable', required: true, secret: true },
      { key: 'root', place: 'argument', required: true, description: 'Where the files are' },
      { key: 'port', required: false, default: '80' },
      { key: 'token', required: true, secret: true },
      { key: 'read-only', required: false, choices: ['--read-only'] },
      { key: 'who', required: true, choices: ['one', 'all'] },
      { key: 'network', place: 'network', default: 'on' },
    ]);
    expect(imported(entry, { root: '/srv/files', token: 's3cret-2', 'read-only': '--read-only', who: 'all', port: '' })).toEqual({
      transport: {
        type: 'stdio',
        package: 'npm:@x/y@1.2.3',
        args: ['/srv/files', '--token', '${TOKEN}', '--read-only', 'serve', '--mode', 'for-all'],
        env: [
          { name: 'LEVEL', value: 'info' },
          { name: 'API_KEY', secret: true },
          { name: 'TOKEN', secret: true },
        ],
        network: true,
        folders: [{ path: '/srv/files' }],
      },
      credentials: { TOKEN: 's3cret-2' },
      missing: [],
    });
    expect(imported(entry).missing).toEqual(['root', 'who']);
  });

  it('has a secret that the document itself holds among its arguments lifted, and flags as they are set', () => {
    const entry = entryOf({
      packageArguments: [
        { type: 'named', name: '--token', isSecret: true, isRequired: true, value: 's3cret-3' },
        { type: 'named', name: '--verbose', format: 'boolean', value: 'true' },
        { type: 'named', name: '--quiet', format: 'boolean', default: 'false' },
      ],
    });
    expect(JSON.stringify([entry.local, entry.packages])).not.toContain('s3cret');
    expect(imported(entry)).toMatchObject({
      transport: { args: ['--token', '${TOKEN}', '--verbose'] },
      credentials: { TOKEN: 's3cret-3' },
    });
  });

  it.each([[{ registryType: 'oci' }], [{ transport: { type: 'streamable-http' } }], [{ identifier: '../../etc' }], [{ identifier: '' }]])(
    'that cannot be run is said to be so: %j',
    (pack) => {
      expect(entryOf(pack).local).toBeNull();
    },
  );
});
