import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { serversKeys } from './servers.keys';

/** Finds out the exact newest version of a package, as `npm:name@1.2.3` or `pypi:name==1.2.3`. */
export const useNewestPackage = () =>
  useMutation({
    mutationFn: (name: string) => answerOf(api.GET('/api/v1/local-servers/packages/newest', { params: { query: { name } } })),
  });

/** Ends the processes of a local server; a restart also forgets its crashes. */
export function useEndProcesses(server: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (by: 'restart' | 'stop') => {
      const params = { path: { server } };
      return by === 'restart'
        ? answerOf(api.POST('/api/v1/servers/{server}/processes/restart', { params }))
        : answerOf(api.POST('/api/v1/servers/{server}/processes/stop', { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: serversKeys.processes(server) }),
  });
}

/** Installs a package, again where that failed. */
export function useInstallPackage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: { package: string; scripts: string[] }) => answerOf(api.POST('/api/v1/local-servers/packages', { body: wish })),
    onSettled: () => client.invalidateQueries({ queryKey: serversKeys.localPackages }),
  });
}
