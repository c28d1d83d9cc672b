import { JsonLogger } from './json-logger.js';

/** Each stands for a secret; none may ever be read in a line. */
const CANARIES = {
  token: 'mng_canaryabcdefghijklmnopqrstuvwxyzABCD01',
  key: 'mna_canaryabcdefghijklmnopqrstuvwxyzABCD01',
  password: 'canary-password',
  header: 'canary-header',
  url: 'canary-url-password',
  sql: 'canary-sql-value',
};

describe('the log', () => {
  let lines: string[];
  let logger: JsonLogger;
  const only = (): Record<string, unknown> => JSON.parse(lines[0] ?? '') as Record<string, unknown>;

  beforeEach(() => {
    lines = [];
    logger = new JsonLogger('debug', { write: (line: string) => lines.push(line) });
  });

  it('is one JSON line with level, time, room and the fields', () => {
    logger.warn({ msg: 'noticed', requestId: 'req_1', workspaceId: 'ws_1', code: 'platform.unavailable' }, 'audit');
    expect(lines).toHaveLength(1);
    expect(only()).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      room: 'audit',
      msg: 'noticed',
      requestId: 'req_1',
      workspaceId: 'ws_1',
      code: 'platform.unavailable',
    });
  });

  it('keeps its level', () => {
    const quiet = new JsonLogger('warn', { write: (line: string) => lines.push(line) });
    quiet.log('nothing', 'audit');
    quiet.debug('nothing', 'audit');
    expect(lines).toEqual([]);
  });

  const withCanaries: [string, () => unknown][] = [
    [
      'in fields by their names',
      () => ({
        msg: 'x',
        password: CANARIES.password,
        apiKey: CANARIES.key,
        authorization: CANARIES.header,
        cookie: CANARIES.header,
        token: CANARIES.token,
        masterKey: CANARIES.password,
        clientSecret: CANARIES.password,
        credential: CANARIES.header,
      }),
    ],
    [
      'in texts by their shape',
      () => `a ${CANARIES.token} b Bearer ${CANARIES.header} c postgresql://mcpnest:${CANARIES.url}@localhost/x d ${CANARIES.key}`,
    ],
    ['nested', () => ({ msg: 'x', request: { headers: { 'x-api-key': CANARIES.header } }, list: [CANARIES.token] })],
    [
      'in the request that a failed fetch carries',
      () =>
        Object.assign(new Error('fetch failed'), {
          request: { headers: { authorization: CANARIES.header } },
          config: CANARIES.password,
          cause: new Error(CANARIES.header),
        }),
    ],
    [
      'in the query of a failed statement',
      () =>
        Object.assign(new Error(`invalid input: "${CANARIES.sql}"`), {
          name: 'QueryFailedError',
          query: 'SELECT 1',
          parameters: [CANARIES.sql],
          driverError: new Error(CANARIES.sql),
          code: '22P02',
        }),
    ],
    [
      'in an error of the database',
      () => Object.assign(new Error(`Key (email)=(${CANARIES.sql}) exists`), { severity: 'ERROR', detail: CANARIES.sql, code: '23505' }),
    ],
    ['as the message of an error', () => new Error(`no access with Bearer ${CANARIES.header}`)],
    ['in the name and code of an error', () => Object.assign(new Error('x'), { name: CANARIES.token, code: CANARIES.key })],
  ];
  it.each(withCanaries)('shows no secret %s', (_where, message) => {
    logger.error(message(), 'servers');
    logger.error({ msg: 'failed', err: message() }, 'servers');
    for (const canary of Object.values(CANARIES)) expect(lines.join('')).not.toContain(canary);
    expect(lines.join('')).not.toContain('canary');
  });

  it('says of an error what helps: name, code, where', () => {
    logger.error({ msg: 'failed', err: Object.assign(new Error('it broke'), { code: 'ECONNRESET' }) }, 'gateway');
    expect(only()['err']).toEqual({
      name: 'Error',
      message: 'it broke',
      code: 'ECONNRESET',
      frames: expect.arrayContaining([expect.stringMatching(/^at .*json-logger\.spec/)]),
    });
  });

  it('cannot be made to show a line, colour or direction that is not there', () => {
    logger.log({ msg: 'a\n{"level":"error"}\r\u001b[31m\u202e\u2028\u0000\ud800 b' }, 'audit');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1);
    expect(only()['msg']).toBe('a\\u000a{"level":"error"}\\u000d\\u001b[31m\\u202e\\u2028\\u0000\\ud800 b');
  });

  it('is bounded: 8 KB a line, whatever is thrown at it', () => {
    logger.log(
      {
        msg: 'm'.repeat(100_000),
        requestId: 'req_1',
        ...Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`field${i}`, 'ü'.repeat(2_000)])),
      },
      'audit',
    );
    expect(Buffer.byteLength(lines[0] ?? '')).toBeLessThanOrEqual(8_192);
    expect(only()).toMatchObject({ requestId: 'req_1', cut: true });
  });
});
