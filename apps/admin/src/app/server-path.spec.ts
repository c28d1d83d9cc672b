import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { createConsoleRouter } from './router';
import { pathOfServer, serverOfPath } from './server-path';

describe('the address of a server', () => {
  it.each(['crm', 'srv_01', 'new', 'import', 'changes'])('leads back to %s', (server) => {
    expect(serverOfPath(pathOfServer(server))).toBe(server);
  });

  it('is no page beside it, whatever the server is called', () => {
    const router = createConsoleRouter(new QueryClient(), createMemoryHistory());
    const paths = ['new', 'import', 'changes', 'crm'].map(
      (server) => router.buildLocation({ to: '/catalogue/$server', params: { server } }).pathname,
    );
    expect(paths).toEqual(['/catalogue/~new', '/catalogue/~import', '/catalogue/~changes', '/catalogue/crm']);
    const matched = paths.map((path) => router.getMatchedRoutes(path)[2]?.id);
    expect(new Set(matched)).toEqual(new Set(['/in/shell/catalogue/$server']));
  });
});
