import { isEndpointTarget, slugOfTarget } from './endpoint-path.js';

describe('the address of an endpoint', () => {
  it.each([
    ['/api/gw/acme', 'acme'],
    ['/api/gw/acme?x=/y', 'acme'],
    ['/api/gw/a%2Fb', 'a%2Fb'],
  ])('%s names %s', (target, slug) => {
    expect([isEndpointTarget(target), slugOfTarget(target)]).toEqual([true, slug]);
  });

  it.each(['/api/gw/', '/api/gw/?slug=acme', '/api/gw/acme/', '/api/gw/acme/oauth', '/api/gw/acme//'])('%s names none', (target) => {
    expect(slugOfTarget(target)).toBeNull();
  });

  it.each(['/api/gwx/acme', '/api/v1/workspaces', '/API/GW/acme', '//api/gw/acme', 'http://host/api/gw/acme'])(
    "%s is not the gateway's",
    (target) => {
      expect(isEndpointTarget(target)).toBe(false);
    },
  );
});
