import { registryVariables } from './tool-variables.js';

describe('what the tools of packages see of the variables', () => {
  it('is where packages and Pythons are, and how to get there', () => {
    const seen = {
      PATH: '/bin',
      PIP_INDEX_URL: 'https://a.example',
      UV_DEFAULT_INDEX: 'house=https://b.example',
      UV_INDEX_HOUSE_USERNAME: 'u',
      UV_INDEX_HOUSE_PASSWORD: 'p',
      UV_EXTRA_INDEX_URL: 'https://c.example',
      UV_OFFLINE: '1',
      UV_SYSTEM_CERTS: '1',
      UV_PYTHON_INSTALL_DIR: '/opt/pythons',
    };
    expect(registryVariables({ ...seen, MCPNEST_MASTER_KEY: 'k', DATABASE_URL: 'd' })).toEqual(seen);
  });

  it('is nothing that chooses versions, Pythons, places or builds', () => {
    const names = [
      'PYTHON',
      'PYTHON_DOWNLOADS',
      'MANAGED_PYTHON',
      'PRERELEASE',
      'RESOLUTION',
      'OVERRIDE',
      'NO_BINARY',
      'NO_BUILD_ISOLATION',
    ];
    const others = ['VENV_SEED', 'CACHE_DIR', 'PROJECT', 'WORKING_DIR', 'INDEX_STRATEGY', 'KEYRING_PROVIDER', 'PUBLISH_TOKEN'];
    expect(registryVariables(Object.fromEntries([...names, ...others].map((name) => [`UV_${name}`, '1'])))).toEqual({});
  });
});
