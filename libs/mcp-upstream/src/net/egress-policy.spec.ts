import { networkInterfaces } from 'node:os';
import fc from 'fast-check';
import { readAddress } from './address-rules.js';
import { destinationOf, EgressPolicy, type Destination } from './egress-policy.js';

const policyOf = (rules: string[], alwaysDenied: string[] = []): EgressPolicy => {
  const parsed = EgressPolicy.parse(rules, alwaysDenied);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.policy;
};
const to = (host: string, port = 443, scheme: Destination['scheme'] = 'https:'): Destination => ({ scheme, host, port });
const permits = (policy: EgressPolicy, destination: Destination, address = destination.host): boolean =>
  policy.permits(destination, readAddress(address)!);

const NEVER = [
  '0.0.0.0',
  '0.1.2.3',
  '::',
  '169.254.169.254',
  '169.254.0.1',
  'fe80::1',
  'fe80::1%eth0',
  '224.0.0.1',
  '255.255.255.255',
  'ff02::1',
  '100.100.100.200',
  '168.63.129.16',
  'fd00:ec2::254',
  'fd20:ce::254',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '64:ff9b::169.254.169.254',
  '64:ff9b:1::169.254.169.254',
  '64:ff9b:1:a9fe:a9:fe00::',
  '2002:a9fe:a9fe::1',
  '2001:0:a9fe:a9fe::1',
  '2001::5601:5601',
  '::169.254.169.254',
  '::ffff:0:169.254.169.254',
  '::ffff:0.0.0.0',
];
const SPECIAL = [
  '127.0.0.1',
  '127.9.9.9',
  '::1',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  'fd12:3456::1',
  'fec0::1',
  '192.0.0.8',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.9',
  '240.0.0.1',
  '192.88.99.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
  '2002:808:808::1',
  '2001:0:808:808::1',
  '2001:db8::1',
  '2001:2::1',
  '100::1',
  '4000::1',
  '5f00::1',
  '::7f00:1',
];
const PUBLIC = ['8.8.8.8', '1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001::200e', '172.32.0.1', '100.128.0.1'];

describe('egress policy', () => {
  test.each(PUBLIC)('opens the public address %s over https alone', (address) => {
    expect(permits(EgressPolicy.publicOnly, to(address))).toBe(true);
    expect(permits(EgressPolicy.publicOnly, to(address, 80, 'http:'))).toBe(false);
  });
  test.each(SPECIAL)('keeps %s shut until a rule names it', (address) => {
    expect(permits(EgressPolicy.publicOnly, to(address))).toBe(false);
    const rule = address.includes(':') ? `[${address}]:443` : `${address}:443`;
    expect(permits(policyOf([rule]), to(address))).toBe(true);
    expect(permits(policyOf([rule]), to(address, 444))).toBe(false);
  });
  test.each(NEVER)('never opens %s, whatever the rules say', (address) => {
    expect(permits(policyOf(['0.0.0.0/0:*', '[::]/0:*', 'host.test:*']), to('host.test'), address)).toBe(false);
  });
  test('a rule for IPv4 holds for the mapped spelling of the same address', () => {
    expect(permits(policyOf(['127.0.0.0/8:80']), to('[::ffff:127.0.0.1]', 80, 'http:'), '::ffff:127.0.0.1')).toBe(true);
  });
  test('a named host may lead to a private address, over plain http too; another name to the same address may not', () => {
    const policy = policyOf(['Intranet.Corp:8080']);
    expect(permits(policy, to('intranet.corp.', 8080, 'http:'), '10.1.2.3')).toBe(true);
    expect(permits(policy, to('evil.test', 8080, 'http:'), '10.1.2.3')).toBe(false);
    expect(permits(policy, to('intranet.corp', 80, 'http:'), '10.1.2.3')).toBe(false);
  });
  test.each(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '[::]'])('keeps its own port on %s shut on every loopback spelling', (host) => {
    const policy = policyOf(['127.0.0.0/8:*', '[::1]:*', 'localhost:*', '[::ffff:0:0]/96:*', '[2002::]/16:*'], [`${host}:3000`]);
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', '2002:7f00:1::']) {
      expect(permits(policy, to('localhost', 3000, 'http:'), address)).toBe(false);
    }
    expect(permits(policy, to('localhost', 3001, 'http:'), '127.0.0.1')).toBe(true);
  });
  test('a listener on a wildcard is shut on every address of this machine', () => {
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);
    expect(addresses.length).toBeGreaterThan(0);
    const policy = policyOf(['0.0.0.0/0:*', '[::]/0:*'], ['0.0.0.0:3000']);
    for (const address of addresses) expect([address, permits(policy, to('any.test', 3000), address)]).toEqual([address, false]);
    expect(permits(policy, to('any.test', 3000), '10.255.254.253')).toBe(true);
  });
  test('keeps its own place by name shut, and tells which names to resolve for a port', () => {
    const policy = policyOf(['db.internal:*', '10.0.0.0/8:*'], ['db.internal:5432']);
    expect(permits(policy, to('DB.internal', 5432, 'http:'), '10.0.0.5')).toBe(false);
    expect(policy.ownNamesOn(5432)).toEqual(['db.internal']);
    expect(policy.ownNamesOn(5433)).toEqual([]);
  });
  test.each([
    'localhost',
    'localhost:',
    'localhost:0',
    'localhost:65536',
    'localhost:http',
    '*.corp:443',
    'http://a.b:80',
    '10.0.0.1/8:443',
    '10.0.0.0/33:443',
    '[::1]/129:80',
    '[zz]:80',
    '0x7f.1:80',
    '127.1:80',
    '169.254.169.254:80',
    '[fe80::1]:80',
    'a b:80',
    '-a.test:80',
    'user@host:80',
    '[::1:80',
    '10.0.0.0/8',
    '1.2.3.4.5:80',
    'host/8:80',
  ])('refuses the rule %s and says what to write', (rule) => {
    const parsed = EgressPolicy.parse(['localhost:80', rule], []);
    expect(parsed).toEqual({ ok: false, faults: [{ rule, reason: expect.any(String) }] });
  });
  test('reports every faulty rule at once and skips empty ones', () => {
    const parsed = EgressPolicy.parse(['', 'bad', ' 10.0.0.0/8:* ', 'worse:x'], ['nothing']);
    expect(parsed.ok === false && parsed.faults.map(({ rule }) => rule)).toEqual(['bad', 'worse:x', 'nothing']);
  });
  test.each(['ftp://a.test/', 'file:///etc/passwd', 'https://user@a.test/', 'https://:pass@a.test/', 'data:text/plain,x'])(
    'knows no destination for %s',
    (url) => {
      expect(destinationOf(new URL(url))).toBeUndefined();
    },
  );
  test.each([
    ['https://2130706433/', '127.0.0.1'],
    ['https://0x7f.1/', '127.0.0.1'],
    ['https://[::ffff:7f00:1]/', '[::ffff:7f00:1]'],
    ['https://017700000001/', '127.0.0.1'],
  ])('reads %s as the address it is', (url, host) => {
    const destination = destinationOf(new URL(url))!;
    expect(destination.host).toBe(host);
    expect(permits(EgressPolicy.publicOnly, destination, host)).toBe(false);
  });
});

describe('egress policy, for any rules', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'));
  const privateIpv4 = fc.oneof(
    fc.tuple(octet, octet, octet).map(([b, c, d]) => `10.${b}.${c}.${d}`),
    fc.tuple(octet, octet).map(([c, d]) => `192.168.${c}.${d}`),
    fc.tuple(octet, octet, octet).map(([b, c, d]) => `127.${b}.${c}.${d}`),
    fc.tuple(fc.integer({ min: 16, max: 31 }), octet, octet).map(([b, c, d]) => `172.${b}.${c}.${d}`),
    fc.tuple(fc.integer({ min: 64, max: 127 }), octet, octet).map(([b, c, d]) => `100.${b}.${c}.${d}`),
  );
  const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const covers = (network: string, bits: number, address: string): boolean =>
    bits === 0 || Math.floor(numberOf(network) / 2 ** (32 - bits)) === Math.floor(numberOf(address) / 2 ** (32 - bits));
  const rule = fc
    .record({ base: ipv4, bits: fc.integer({ min: 0, max: 32 }), port: fc.constantFrom(80, 443, 8080, null) })
    .map(({ base, bits, port }) => {
      const masked = bits === 0 ? 0 : Math.floor(numberOf(base) / 2 ** (32 - bits)) * 2 ** (32 - bits);
      const network = [24, 16, 8, 0].map((shift) => Math.floor(masked / 2 ** shift) % 256).join('.');
      return { network, bits, port, text: `${network}/${bits}:${port ?? '*'}` };
    });
  const spelling = (address: string): fc.Arbitrary<string> => {
    const [a, b, c, d] = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
    return fc.constantFrom(address, `::ffff:${address}`, `64:ff9b::${address}`, `2002:${a}${b}:${c}${d}::1`);
  };

  test('never opens a private address that no rule names, in any spelling', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 5 }),
        privateIpv4.chain((plain) => spelling(plain).map((address) => ({ plain, address }))),
        fc.constantFrom(80, 443, 8080, 9090),
        (rules, { plain, address }, port) => {
          const usable = rules.filter(({ text }) => EgressPolicy.parse([text], []).ok);
          const isNamed = usable.some(
            ({ network, bits, port: rulePort }) => (rulePort === null || rulePort === port) && covers(network, bits, plain),
          );
          const isOpen = permits(policyOf(usable.map(({ text }) => text)), to('some.test', port, 'https:'), address);
          expect(isOpen && !isNamed).toBe(false);
          if (address === plain && plain !== '100.100.100.200') expect(isOpen).toBe(isNamed);
        },
      ),
      { numRuns: 2_000 },
    );
  });
  test('never throws on any rule text', () => {
    fc.assert(fc.property(fc.string(), (text) => void EgressPolicy.parse([text], [text])));
    fc.assert(fc.property(fc.stringMatching(/^[0-9a-f:.[\]/*]{1,30}$/), (text) => void EgressPolicy.parse([text], [text])));
  });
});
