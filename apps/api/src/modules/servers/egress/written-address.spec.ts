import { EgressPolicy } from '@mcpnest/mcp-upstream';
import { destinationOf, isRefusedAsWritten } from './written-address.js';

function refused(url: string, rules: string[] = [], alwaysDenied: string[] = []): boolean {
  const read = EgressPolicy.parse(rules, alwaysDenied);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return isRefusedAsWritten(destinationOf(new URL(url)), read.policy, rules);
}

describe('an address as written', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://10.1.2.3/',
    'https://192.168.1.1:8443/',
    'https://169.254.169.254/',
    'https://[fd00:ec2::254]/',
    'https://0.0.0.0/',
    'https://localhost/',
    'https://a.localhost/',
    'https://localhost./',
    'http://mcp.example.com/',
    'http://93.184.216.34/',
    'https://100.64.0.1/',
    'https://[64:ff9b::a00:1]/',
  ])('%s is refused without a rule', (url) => {
    expect(refused(url)).toBe(true);
  });

  it.each(['https://mcp.example.com/', 'https://93.184.216.34/', 'https://[2606:2800:220:1::1]/'])('%s is left to the dialler', (url) => {
    expect(refused(url)).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:9000/', ['127.0.0.1:9000']],
    ['http://10.1.2.3:8080/', ['10.0.0.0/8:8080']],
    ['http://mcp.intern:8080/', ['mcp.intern:8080']],
    ['http://MCP.intern.:8080/', ['mcp.intern:*']],
    ['http://mcp.intern:8080/', ['10.0.0.0/8:8080']],
    ['http://mcp.intern/', ['[fd00::1]/128:80']],
    ['http://[::1]:90/', ['[::1]:90']],
  ])('%s is open with %j', (url, rules) => {
    expect(refused(url, rules)).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:9001/', ['127.0.0.1:9000']],
    ['http://mcp.intern:8081/', ['mcp.intern:8080']],
    ['http://other.intern:8080/', ['mcp.intern:8080']],
    ['https://169.254.169.254/', ['0.0.0.0/0:*']],
  ])('%s stays refused with %j', (url, rules) => {
    expect(refused(url, rules)).toBe(true);
  });

  it('of the gateway itself stays refused whatever is allowed', () => {
    expect(refused('http://127.0.0.1:3000/', ['127.0.0.1:*'], ['127.0.0.1:3000'])).toBe(true);
  });
});
