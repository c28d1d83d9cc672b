import { environmentOf, isSettableVariable } from './environment.js';

test.each(['SHELLOPTS', 'BASHOPTS', 'PS4', 'BASH_ENV', 'ENV', 'LD_PRELOAD', 'NODE_OPTIONS', 'PATH', 'A B'])(
  'no definition sets %s',
  (name) => {
    expect(isSettableVariable(name)).toBe(false);
    const variables = [{ name, value: 'x', secret: false }];
    const launch = { file: '/bin/true', args: [], variables, readable: [], writable: [], home: '/h', network: false, account: 'a' };
    expect(environmentOf(launch, { home: '/h', tmp: '/t' })[name]).not.toBe('x');
  },
);

test.each(['API_KEY', 'PS', 'ENVIRONMENT', 'BASHFUL'])('a definition sets %s', (name) => {
  expect(isSettableVariable(name)).toBe(true);
});
