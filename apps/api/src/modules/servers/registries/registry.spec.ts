import { listAddressOf } from './registry.js';

describe('the address of a registry', () => {
  it.each([
    ['https://registry.example', 'https://registry.example/v0.1/servers'],
    ['https://registry.example/', 'https://registry.example/v0.1/servers'],
    ['https://example.com/registry', 'https://example.com/registry/v0.1/servers'],
    ['https://example.com/registry/', 'https://example.com/registry/v0.1/servers'],
    ['https://registry.example/v0/servers', 'https://registry.example/v0/servers'],
    ['https://example.com/mcp.json', 'https://example.com/mcp.json'],
  ])('%s lists its servers at %s', (address, list) => {
    expect(listAddressOf(address).href).toBe(list);
  });

  it.each(['registry.example', 'ftp://registry.example', 'https://user:word@registry.example', 'https://registry.example/#top', ''])(
    '%p is none',
    (address) => {
      expect(() => listAddressOf(address)).toThrow(expect.objectContaining({ code: 'platform.invalid-request' }));
    },
  );
});
