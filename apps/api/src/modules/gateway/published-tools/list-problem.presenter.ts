import type { ListProblem } from '@mcpnest/gateway-core';
import { errorEntry } from '@mcpnest/shared/errors';
import type { ToolListProblem } from './list-problem.dto.js';

export const presentProblem = ({ serverSlug, reason }: ListProblem): ToolListProblem => ({
  server: serverSlug,
  reason,
  detail: `${errorEntry(reason).title}.`,
});
