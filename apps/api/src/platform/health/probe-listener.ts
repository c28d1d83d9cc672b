import type { RequestListener } from 'node:http';
import type { HealthRegistry } from './health-registry.js';

/** The probes alone, for a process that serves nobody else: `/livez` and `/readyz`. */
export function probeListener(registry: HealthRegistry): RequestListener {
  return (request, response) => {
    const say = (status: number, body: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    request.resume();
    const [path] = (request.url ?? '').split('?');
    if (path === '/livez') return say(200, { alive: true });
    if (path !== '/readyz') return say(404, { detail: 'This process is a runner: it answers /livez and /readyz alone.' });
    void registry.answers().then((checks) => {
      const ready = checks.every(({ ok }) => ok);
      say(ready ? 200 : 503, { ready });
    });
  };
}
