import { appConfig } from './app-config.js';
import { readEnvironment } from './env.schema.js';

const configOf = (
  source: Record<string, string>,
  databaseUrl = 'postgresql://app:secret@/mcpnest?host=%2Fdata',
  databaseOwnerUrl = 'postgresql://owner:secret@/mcpnest?host=%2Fdata',
) => appConfig(readEnvironment(source), { port: 4321, databaseUrl, databaseOwnerUrl, masterKey: Buffer.alloc(32) });

describe('the configuration', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:4321'],
    ['0.0.0.0', 'http://localhost:4321'],
    ['::', 'http://localhost:4321'],
    ['::1', 'http://[::1]:4321'],
  ])('shows %s as %s', (host, url) => {
    expect(configOf({ HOST: host, PORT: '0' }).http.publicUrl).toBe(url);
  });

  it('shows the public address where one is given', () => {
    expect(configOf({ PUBLIC_URL: 'https://mcp.example.com' }).http.publicUrl).toBe('https://mcp.example.com');
  });

  it('knows whether owner and server are different roles', () => {
    const one = 'postgresql://one:secret@db.example.com/mcpnest';
    expect(configOf({}).storage.secondWall).toBe(true);
    expect(configOf({}, one, one).storage.secondWall).toBe(false);
    expect(configOf({}, 'postgresql://db.example.com/mcpnest?user=app', one).storage.secondWall).toBe(true);
  });

  it('keeps upstream connections from the gateway itself and from its database', () => {
    expect(configOf({}).egress.alwaysDenied).toEqual(['127.0.0.1:4321']);
    expect(configOf({}, 'postgresql://a:b@db.example.com/x', 'postgresql://c:d@[fd00::1]:6432/x').egress.alwaysDenied).toEqual([
      '127.0.0.1:4321',
      'db.example.com:5432',
      '[fd00::1]:6432',
    ]);
  });

  it('keeps upstream connections from the address that replicas use among themselves', () => {
    expect(configOf({ REPLICA_URL: 'http://10.0.0.5:3000/' })).toMatchObject({
      replicas: { url: 'http://10.0.0.5:3000' },
      egress: { alwaysDenied: ['127.0.0.1:4321', '10.0.0.5:3000'] },
    });
    expect(configOf({ REPLICA_URL: 'https://replica.internal' }).egress.alwaysDenied).toContain('replica.internal:443');
    expect(configOf({}).replicas.url).toBeNull();
  });

  it('cannot be changed', () => {
    expect(() => {
      (configOf({}).http as { port: number }).port = 1;
    }).toThrow(TypeError);
  });
});
