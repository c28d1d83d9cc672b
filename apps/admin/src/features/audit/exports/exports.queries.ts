import { answerOf, type ExportSchedule, type NewExportSchedule } from '@mcpnest/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { auditKeys } from '../audit.keys';

const ownProblem = { ownProblem: true };

export const exportsQuery = queryOptions({
  queryKey: auditKeys.exports,
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/settings/exports', { signal }))).data,
});

function useForgetting() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: auditKeys.exports });
}

export function useScheduleExport() {
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: NewExportSchedule) => answerOf(api.POST('/api/v1/settings/exports', { body })),
    onSuccess: useForgetting(),
  });
}

export function useSwitchExport() {
  return useMutation({
    mutationFn: ({ id, enabled }: ExportSchedule) =>
      answerOf(api.PATCH('/api/v1/settings/exports/{id}', { params: { path: { id } }, body: { enabled: !enabled } })),
    onSuccess: useForgetting(),
  });
}

export function useRemoveExport() {
  return useMutation({
    meta: ownProblem,
    mutationFn: ({ id }: ExportSchedule) => answerOf(api.DELETE('/api/v1/settings/exports/{id}', { params: { path: { id } } })),
    onSuccess: useForgetting(),
  });
}
