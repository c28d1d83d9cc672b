import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { insertCalls } from '../testing/spooled-rows.js';

jest.setTimeout(120_000);

const EXPORTS = '/settings/exports';
const HOUR_MS = 3_600_000;

describe('scheduled exports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mcpnest-exports-'));
  const secret = 'Bearer of-a-receiver-0123456789';
  let product: TestApp;
  let operator: RestClient;
  let receiver: Server;
  let url: string;
  let received: { headers: IncomingHttpHeaders; body: string }[];
  let status = 200;
  const thisHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;

  beforeAll(async () => {
    quietLog();
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        response.writeHead(status).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { port } = receiver.address() as AddressInfo;
    url = `http://127.0.0.1:${port}/calls`;
    product = await createTestApp({ jobsByHand: true, environment: { EXPORT_DIR: folder, EGRESS_ALLOW: `127.0.0.1:${port}` } });
    operator = await product.operator();
    const ids: string[] = [];
    for (const name of ['Acme', 'Other']) ids.push((await operator.post('/workspaces', { name })).body.id);
    // Three hours before this one: 4 calls an hour, one of them of the other workspace, two failed.
    const records = Array.from({ length: 12 }, (_, at) =>
      callRecord({
        workspaceId: ids[at % 4 === 0 ? 1 : 0]!,
        receivedAt: thisHour - (Math.floor(at / 4) + 1) * HOUR_MS + at,
        outcome: at % 2 === 0 ? 'timeout' : 'success',
        toolName: '=formula',
      }),
    );
    await insertCalls(product.app.get(CallWritesRepository, { strict: false }), records);
  });
  afterAll(async () => {
    await product.close();
    receiver.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    received = [];
    status = 200;
  });

  const schedule = async (body: object): Promise<string> => {
    const answer = await operator.post(EXPORTS, { filters: {}, format: 'csv', every: 'hour', ...body });
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    await product.database.owner.query('UPDATE export_schedules SET exported_until = $2 WHERE id = $1', [
      answer.body.id,
      new Date(thisHour - 3 * HOUR_MS),
    ]);
    return answer.body.id as string;
  };
  const find = async (id: string) => (await operator.get(EXPORTS)).body.data.find((one: { id: string }) => one.id === id);
  /** As long after the hour as periods wait for late rows. */
  async function round(): Promise<void> {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(thisHour + 11 * 60_000);
    await product.app.get(JobRunner).runNow('audit.export-calls');
    clock.mockRestore();
  }

  it('write one file for each hour that is over, each row once, and the ledger tells of each', async () => {
    const id = await schedule({ name: '../../etc/passwd', workspace: 'acme' });
    await round();
    const files = readdirSync(folder).sort();
    expect(files).toHaveLength(3);
    expect(files.every((file) => new RegExp(`^${id}-\\d{4}-\\d\\d-\\d\\dT\\d{4}Z\\.csv$`).test(file))).toBe(true);
    expect(statSync(join(folder, files[0]!)).mode & 0o077).toBe(0);
    const lines = files.map((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\r\n'));
    expect(lines.map(({ length }) => length)).toEqual([4, 4, 4]);
    expect(lines[0]![1]).toContain(`"'=formula"`);
    expect(await find(id)).toMatchObject({ exportedUntil: new Date(thisHour).toISOString(), rows: 3, problem: null });
    const { body } = await operator.get(`/ledger?event=audit.calls-exported&subject=${id}`);
    expect(body.data).toHaveLength(3);
    await round();
    expect(readdirSync(folder)).toHaveLength(3);
    expect((await operator.delete(`${EXPORTS}/${id}`)).status).toBe(204);
  });

  it('are sent with their credential, and again until the receiver takes them', async () => {
    const id = await schedule({ name: 'To the SIEM', filters: { outcome: 'failed' }, format: 'ndjson', url, authorization: secret });
    status = 500;
    await round();
    expect(await find(id)).toMatchObject({ problem: 'the receiver answered 500', hasAuthorization: true });
    status = 204;
    received = [];
    await round();
    expect(received).toHaveLength(3);
    expect(received[0]!.headers).toMatchObject({ authorization: secret, 'content-type': expect.stringContaining('ndjson') });
    const calls = received.flatMap(({ body }) =>
      body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    expect(new Set(calls.map(({ callId }) => callId)).size).toBe(6);
    expect(new Set(calls.map(({ outcome }) => outcome))).toEqual(new Set(['timeout']));
    const seen = JSON.stringify([await find(id), await product.database.owner.query('SELECT * FROM ledger')]);
    expect(seen).not.toContain(secret);
    await operator.delete(`${EXPORTS}/${id}`);
  });

  it('reach no address that the rules deny, and take what the list takes', async () => {
    const id = await schedule({ name: 'Inside', url: 'http://127.0.0.1:1/' });
    await round();
    expect((await find(id)).problem).toMatch(/^gateway\./);
    const bad = { name: 'Bad', filters: {}, format: 'csv', every: 'hour' };
    expect((await operator.post(EXPORTS, { ...bad, name: 'Inside' })).body.code).toBe('audit.export-name-taken');
    expect((await operator.post(EXPORTS, { ...bad, workspace: 'nowhere' })).status).toBe(404);
    for (const wrong of [{ every: 'minute' }, { format: 'xls' }, { filters: { from: '2026-01-01T00:00:00Z' } }, { url: 'file:///etc' }])
      expect((await operator.post(EXPORTS, { ...bad, ...wrong })).status).toBe(400);
  });
});
