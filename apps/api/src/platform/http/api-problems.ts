import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { errorEntry, type ErrorCode } from '@mcpnest/shared/errors';
import { PROBLEM_TYPE } from './problem.js';
import { Problem } from './problem.dto.js';

/** Declares the errors that a route answers of its own accord; those of the guard, body reader and validation are added by `openapi.ts`. */
export function ApiProblems(...codes: ErrorCode[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(Problem),
    ...[...groupByStatus(codes)].map(([status, group]) => ApiResponse({ status, ...problemResponse(group) })),
  );
}

/** The response object of a document for some codes of one status. */
export const problemResponse = (
  codes: readonly ErrorCode[],
): { description: string; content: Record<string, { schema: { $ref: string } }> } => ({
  description: codes.map((code) => `\`${code}\`: ${errorEntry(code).title}.`).join(' '),
  content: { [PROBLEM_TYPE]: { schema: { $ref: getSchemaPath(Problem) } } },
});

/** Codes by the status they are answered with. */
export function groupByStatus(codes: readonly ErrorCode[]): Map<number, ErrorCode[]> {
  const groups = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = errorEntry(code);
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return groups;
}
