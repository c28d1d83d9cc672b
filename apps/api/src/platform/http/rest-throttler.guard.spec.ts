import { Controller, Get, Post } from '@nestjs/common';
import { Public } from './access.js';
import { ATTEMPTS_PER_MINUTE, CountsAttempts, REQUESTS_PER_MINUTE } from './request-rate.js';
import { openHttpBench } from './testing/http-bench.js';

@Public()
@Controller('busy')
class BusyController {
  @Get('one') one() {
    return {};
  }
  @Get('two') two() {
    return {};
  }
  @Post('attempt') @CountsAttempts() attempt() {
    return {};
  }
}

describe('the rate of REST requests', () => {
  it('is bounded per address over all routes, with headers that say so', async () => {
    const bench = await openHttpBench([BusyController], { trustProxy: ['127.0.0.1'] });
    const from = (address: string, path: string, method = 'GET') =>
      bench.request(`/api/v1/busy/${path}`, { method, headers: { 'x-forwarded-for': address } });
    const first = await from('203.0.113.7', 'one');
    expect([first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual([
      `"default";q=${REQUESTS_PER_MINUTE};w=60`,
      `"default";r=${REQUESTS_PER_MINUTE - 1};t=60`,
    ]);
    for (let i = 1; i < REQUESTS_PER_MINUTE; i++) await from('203.0.113.7', i % 2 ? 'one' : 'two');
    const refused = await from('203.0.113.7', 'two');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'platform.rate-limited' });
    expect((await from('203.0.113.8', 'one')).status).toBe(200);
    await bench.close();
  });

  it('is stricter where a password or a code is taken', async () => {
    const bench = await openHttpBench([BusyController]);
    for (let i = 0; i < ATTEMPTS_PER_MINUTE; i++)
      expect((await bench.request('/api/v1/busy/attempt', { method: 'POST' })).status).toBe(201);
    expect((await bench.request('/api/v1/busy/attempt', { method: 'POST' })).status).toBe(429);
    expect((await bench.request('/api/v1/busy/one')).status).toBe(200);
    await bench.close();
  });

  it('believes a forwarded address only from a trusted proxy', async () => {
    const bench = await openHttpBench([BusyController]);
    for (let i = 0; i < ATTEMPTS_PER_MINUTE; i++)
      await bench.request('/api/v1/busy/attempt', { method: 'POST', headers: { 'x-forwarded-for': `203.0.113.${i}` } });
    expect((await bench.request('/api/v1/busy/attempt', { method: 'POST', headers: { 'x-forwarded-for': '198.51.100.1' } })).status).toBe(
      429,
    );
    await bench.close();
  });
});
