import { readServerDocument } from './read-server-document.js';

const read = (packages: unknown[]) => readServerDocument({ name: 'com.example/weather', description: 'x', version: '1.0.0', packages })[0]!;

describe('the packages of a document', () => {
  it('of npm with an exact version are what the gateway runs, with arguments and variables', () => {
    const { packages, warnings } = read([
      {
        registryType: 'npm',
        identifier: '@example/weather',
        version: '1.2.3',
        transport: { type: 'stdio' },
        packageArguments: [
          { type: 'positional', valueHint: 'folder to serve', isRequired: true },
          { type: 'named', name: '--unit', default: 'c' },
          { type: 'named', name: '--verbose', format: 'boolean', value: 'true' },
          { type: 'named', name: '--quiet', format: 'boolean', default: 'false' },
          { type: 'named', name: '--proxy' },
          { type: 'named', name: '--port', isRequired: true },
          { type: 'named', name: '--api-token', isRequired: true, isSecret: true, value: 'planted' },
          { type: 'named', name: '--other-token', isSecret: true },
        ],
        environmentVariables: [
          { name: 'API_KEY', isRequired: true, description: 'Your key' },
          { name: 'API_KEY', isRequired: false },
          { name: 'TOKEN_URL', isSecret: false, default: 'https://x.example' },
          { name: 'MODE', choices: ['a', 'b', 3], default: '${MODE}' },
          { name: 'not a name' },
          'odd',
        ],
      },
    ]);
    expect(packages).toEqual([
      {
        registry: 'npm',
        identifier: '@example/weather',
        version: '1.2.3',
        program: 'npm:@example/weather@1.2.3',
        args: ['{foldertoserve}', '--unit', 'c', '--verbose', '--port', '{port}', '--api-token', '${API_TOKEN}'],
        env: [
          { name: 'API_KEY', secret: true, required: true, description: 'Your key', choices: [], default: null },
          { name: 'TOKEN_URL', secret: false, required: false, description: null, choices: [], default: 'https://x.example' },
          { name: 'MODE', secret: false, required: false, description: null, choices: ['a', 'b'], default: null },
          { name: 'API_TOKEN', secret: true, required: true, description: null, choices: [], default: null },
        ],
      },
    ]);
    expect(warnings.at(-1)).toEqual({ code: 'needs-local-servers', detail: expect.stringContaining('beside the gateway') });
  });

  it('of PyPI are run as well, by their own way of naming a version', () => {
    const { packages } = read([{ registryType: 'pypi', identifier: 'weather-mcp', version: '1.2.3', packageArguments: [] }]);
    expect(packages).toEqual([expect.objectContaining({ program: 'pypi:weather-mcp==1.2.3' })]);
  });

  it.each([
    ['another registry', { registryType: 'oci', identifier: 'weather', version: '1.2.3' }],
    ['a range', { registryType: 'npm', identifier: 'weather', version: '^1.2.3' }],
    ['no version', { registryType: 'npm', identifier: 'weather' }],
    [
      'a server of its own on a port',
      { registryType: 'npm', identifier: 'weather', version: '1.2.3', transport: { type: 'streamable-http' } },
    ],
    ['a name that leads elsewhere', { registryType: 'npm', identifier: '../weather', version: '1.2.3' }],
  ])('with %s are shown and not run', (_, found) => {
    const { packages, warnings } = read([found]);
    expect(packages).toEqual([expect.objectContaining({ program: null, args: [], env: [] })]);
    expect(warnings.at(-1)!.detail).toContain('none of its packages');
  });
});
