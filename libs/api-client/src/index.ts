export { ApiProblem, type FieldProblem } from './api-problem.js';
export { answerOf, createApiClient, type ApiClient, type ApiClientOptions } from './client.js';
export type {
  ApiKey,
  Call,
  CreatedToken,
  Credential,
  Exposure,
  InvitePreview,
  LedgerEntry,
  Me,
  Member,
  PublishedPrompt,
  PublishedResource,
  PublishedTool,
  Server,
  TestReport,
  Token,
  ToolSummary,
  Transport,
  Version,
  VersionDiff,
  Workspace,
} from './schemas.js';
