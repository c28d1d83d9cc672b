export { createUpstreamConnector, type McpUpstreamConnector, type UpstreamConnectorOptions } from './connector.js';
export { EgressPolicy } from './net/egress-policy.js';
export type { EgressRuleFault } from './net/egress-rule.js';
export type { ProbeResult, ProbeStage, ProbeStageName } from './probe/probe.js';
export { createDocumentReader, deadlineIn, type DocumentReader, type FetchedDocument } from './net/document-reader.js';
export { createGuardedFetch, type GuardedFetch, type GuardedFetchRequest } from './net/guarded-fetch.js';
