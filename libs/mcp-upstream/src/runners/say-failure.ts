import { UpstreamFailure } from '@mcpnest/gateway-core';
import { PackageProblem } from '../stdio/packages/package-source.js';
import type { RunnerHead } from './hop-words.js';

/** What a gateway is told of what went wrong here. Nothing of an error that is not ours. */
export function failureHead(error: unknown): RunnerHead {
  if (error instanceof UpstreamFailure) return { says: 'failed', code: error.code, message: error.message, sent: error.sent };
  if (error instanceof PackageProblem) return { says: 'problem', message: error.message };
  return {
    says: 'failed',
    code: 'gateway.upstream-broken',
    message: 'The runner could not do what it was asked; its log says why',
    sent: true,
  };
}
