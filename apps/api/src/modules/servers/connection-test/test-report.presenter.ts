import type { ProbeResult } from '@mcpnest/mcp-upstream';
import { riskMarks } from '../changes/risk-marks.js';
import { readDefinitions } from '../tool-listing/read-definition.js';
import type { DefinedTool } from '../tool-listing/tool-listing.repository.js';
import { presentTool } from '../versions/version.presenter.js';
import type { FlaggedTool, TestReport } from './connection-test.dto.js';

const FLAGGED_MAX = 50;
/** A test knows nothing of the tools of other servers. */
const NO_FOREIGN: ReadonlySet<string> = new Set();

/** What would be approved unread, if nobody looked before (security I2). */
const flaggedOf = (tools: readonly DefinedTool[]): FlaggedTool[] =>
  tools
    .map(({ name, text }) => ({ name, marks: [...riskMarks(null, text, NO_FOREIGN)] }))
    .filter(({ marks }) => marks.length > 0)
    .slice(0, FLAGGED_MAX);

export function presentReport(report: ProbeResult): TestReport {
  const { ok, stages, era, protocolVersion, serverInfo, counts } = report;
  const tools = report.tools && readDefinitions(report.tools);
  return {
    ok,
    stages: stages.map(({ name, ok: passed, reason, detail, ms }) => ({ name, ok: passed, reason, detail, ms })),
    era,
    protocolVersion,
    serverInfo: serverInfo && { name: serverInfo.name, version: serverInfo.version },
    tools: tools?.map(presentTool),
    flagged: tools && flaggedOf(tools),
    counts: counts && { prompts: counts.prompts, resources: counts.resources, templates: counts.templates },
  };
}
