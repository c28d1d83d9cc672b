import { isAlive } from '../testing/is-alive.js';
import { openStdioBench, type StdioBench, type StdioBenchOptions } from '../testing/stdio-bench.js';

jest.setTimeout(120_000);

const opened: StdioBench[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});

function bench(options: StdioBenchOptions = {}): StdioBench {
  const one = openStdioBench(options);
  opened.push(one);
  return one;
}
const doing = (does: string, more: StdioBenchOptions = {}): StdioBench => bench({ args: ['--does', does], ...more });

test.each(['legacy', 'modern', 'exits'])('a server that is %s to what it does not know is spoken to in its era', async (era) => {
  expect(JSON.parse(await bench({ args: ['--era', era] }).text('echo', { a: 1 }))).toEqual({ a: 1 });
});

test('a message is one line, whatever line breaks its client wrote', async () => {
  const { call } = bench();
  const params = [
    ['name', '"echo"'],
    ['arguments', '{\n"a":\r\n1}'],
  ] as const;
  const { reply } = await call('echo', {}, { params });
  expect(reply.resultText).toContain('\\"a\\":1');
});

test('two answers to one request are one', async () => {
  const { text } = bench();
  expect(await text('twice')).toBe('first');
  expect(await text('echo', { after: true })).toBe('{"after":true}');
});

test('an answer of a hundred megabytes is refused, and the next call is served by the same process', async () => {
  const { call, text } = bench();
  const pid = await text('pid');
  await expect(call('long-line', { megabytes: 100 })).rejects.toMatchObject({ code: 'gateway.upstream-too-large' });
  expect(await text('pid')).toBe(pid);
});

test('noise between messages is counted and harms nobody', async () => {
  const { text, state } = doing('noise');
  expect(await text('echo', { a: 1 })).toBe('{"a":1}');
  expect((await state()).processes[0]!.noise).toBe(4);
});

test('what floods its output is stopped and explained, and started again only after pauses that grow', async () => {
  const { call, state } = doing('flood-stdout');
  // An answer may come before the flood is one.
  const messageOf = (): Promise<string> => call('echo').then(String, ({ message }: Error) => message);
  while (!(await messageOf()).includes('times in a row'));
  const { crashesInRow, lastEnd } = await state();
  expect(crashesInRow).toBeGreaterThanOrEqual(3);
  expect(lastEnd).toMatchObject({ signal: 'flood' });
});

test('what floods its standard error has to wait, and keeps no more than its share', async () => {
  const { text, state } = doing('flood-stderr');
  expect(await text('echo', { a: 1 })).toBe('{"a":1}');
  const { stderr } = await state();
  expect(stderr.join('').length).toBeLessThan(256 * 1024);
});

test('what ends at once is started again after pauses that grow, and says why', async () => {
  const { call, state } = doing('exit-at-once');
  for (let n = 0; n < 3; n++)
    await expect(call('echo')).rejects.toMatchObject({ code: expect.stringMatching(/^gateway\.upstream/), sent: expect.any(Boolean) });
  await expect(call('echo')).rejects.toMatchObject({ message: expect.stringContaining('in a row'), sent: false });
  expect(await state()).toMatchObject({ status: 'failing', crashesInRow: 3, lastEnd: { code: 3 } });
});

test('a restart by hand forgives what happened before', async () => {
  const { call, state, supervisor, text, target } = bench();
  for (let n = 0; n < 3; n++) await call('die').catch(() => undefined);
  await supervisor.end(target.serverId, 'restart');
  expect(await text('echo', { a: 1 })).toBe('{"a":1}');
  expect(await state()).toMatchObject({ status: 'running', crashesInRow: 0 });
});

test('last lines come without secrets and without control characters', async () => {
  const { text, state } = doing('complain', { variables: [{ name: 'TOKEN', value: 'sk-canary-123', secret: true }] });
  await text('echo');
  const lines = (await state()).stderr.join('\n');
  expect(lines).toContain('cannot find [redacted]');
  expect(lines).not.toMatch(/canary|\u001b/);
});

test('a secret that it says in an answer is taken out of it', async () => {
  const { text } = bench({ variables: [{ name: 'TOKEN', value: 'sk-canary-123', secret: true }] });
  const { env } = JSON.parse(await text('whoami')) as { env: Record<string, string> };
  expect(env['TOKEN']).toBe('[redacted]');
});

test('a secret argument is given to it alone', async () => {
  const { text, starts } = bench({
    args: ['--does=${TOKEN}${PLAIN}${OTHER}'],
    variables: [
      { name: 'TOKEN', value: 'short', secret: true },
      { name: 'PLAIN', value: 'x', secret: false },
    ],
  });
  expect(JSON.parse(await text('whoami'))).toMatchObject({ args: ['--does=short${PLAIN}${OTHER}'] });
  expect(starts[0]!.command).toContain("'--does=${TOKEN}${PLAIN}${OTHER}'");
});

test('a missing program is explained', async () => {
  await expect(bench({ file: '/nonexistent/program' }).call('echo')).rejects.toMatchObject({ name: 'UpstreamFailure' });
});

test('what is deaf to every polite word is gone after a stop', async () => {
  const one = doing('ignore-term');
  await one.text('echo');
  const { processes } = await one.state();
  await one.close();
  for (const { pid } of processes) expect(isAlive(pid)).toBe(false);
});

test('its environment is built from nothing', async () => {
  process.env['CANARY_OF_THE_GATEWAY'] = 'leak';
  const { env } = JSON.parse(await bench({ variables: [{ name: 'MODE', value: 'x', secret: false }] }).text('whoami')) as { env: object };
  delete process.env['CANARY_OF_THE_GATEWAY'];
  expect(
    Object.keys(env)
      .filter((name) => name !== 'PWD')
      .sort(),
  ).toEqual(['HOME', 'LANG', 'LOGNAME', 'MODE', 'PATH', 'TMPDIR', 'USER']);
});

test('starts are noted with their exact command and without values', async () => {
  const { text, starts } = bench({ args: ['--does', "it's"], variables: [{ name: 'TOKEN', value: 'sk-canary-123', secret: true }] });
  await text('echo');
  expect(starts.map(({ purpose }) => purpose)).toEqual(['probe', 'calls']);
  expect(starts[0]).toMatchObject({ command: expect.stringMatching(/stdio-program\.mjs --does 'it'\\''s'$/), variables: ['TOKEN'] });
  expect(JSON.stringify(starts)).not.toContain('canary');
});

test('nobody is given what another client was asked: a call that may be asked back has a process to itself', async () => {
  const { call, text, state } = bench();
  await text('pid');
  const answer = (question: { answer(answer: { kind: 'result'; text: string }): void }): void =>
    question.answer({ kind: 'result', text: '{"action":"accept","content":{}}' });
  const listener = { notified: () => undefined, asked: answer };
  const { reply } = await call('ask', {}, { clientCapabilities: { elicitation: {} }, listener });
  expect(reply.resultText).toContain('accept');
  expect((await state()).processes.map(({ purpose }) => purpose)).toEqual(['calls', 'alone']);
});

test('it is ended when nobody has called it for a while, and begun by the next call', async () => {
  const { text, supervisor, target } = bench({ limits: { idleMs: 50 } });
  const first = await text('pid');
  while ((await supervisor.states(target.serverId))[0]!.processes.length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await text('echo', { again: first !== '' })).toBe('{"again":true}');
});

test('no more run at once than may', async () => {
  const { call } = bench({ limits: { processesMax: 0 } });
  await expect(call('echo')).rejects.toMatchObject({ code: 'gateway.upstream-overloaded', sent: false });
});
