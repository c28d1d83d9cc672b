import { DomainError } from '@mcpnest/shared/errors';

const PATTERN = /^(\*|[a-z0-9]+(?:-[a-z0-9]+)*):(\S+)$/;

/** Checks that tools are written as the gateway core reads them. @throws DomainError `platform.invalid-request` */
export function assertToolPatterns(patterns: readonly string[]): void {
  const errors = patterns.flatMap((pattern, index) =>
    pattern === '*' || PATTERN.test(pattern)
      ? []
      : [{ pointer: `/tools/${index}`, detail: 'Write server:tool, such as github:get_issue or github:*.' }],
  );
  if (errors.length > 0)
    throw new DomainError('platform.invalid-request', { detail: 'Some tools are not written as server:tool.', errors });
}
