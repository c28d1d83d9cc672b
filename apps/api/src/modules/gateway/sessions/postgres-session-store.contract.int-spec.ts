import type { SessionStore } from '@mcpnest/gateway-core';
import { sessionStoreContract } from '@mcpnest/gateway-core/testing';
import { quietLog } from '../../../testing/quiet-log.js';
import { SessionsBench, type Process } from '../testing/sessions-bench.js';

quietLog();

let bench: SessionsBench;
beforeAll(async () => {
  bench = await SessionsBench.open();
});
afterAll(() => bench.close());

let runs = 0;
sessionStoreContract('the store in PostgreSQL', () => {
  const run = ++runs;
  let opened: Process;
  return {
    principals: [`ws_1:tok_${run}_a`, `ws_1:tok_${run}_b`],
    async open(perPrincipalMax?: number): Promise<SessionStore> {
      opened = await bench.process(null, perPrincipalMax === undefined ? {} : { perPrincipalMax });
      return opened.sessions;
    },
    advance: (ms) => opened.clock.advance(ms),
    keepUp: () => opened.sessions.keepUp(),
    async reopen(): Promise<SessionStore> {
      await opened.sessions.keepUp();
      return (await bench.process()).sessions;
    },
  };
});
