import type { ProbeResult } from '@mcpnest/mcp-upstream';
import { readDefinitions } from '../tool-listing/read-definition.js';
import { presentTool } from '../versions/version.presenter.js';
import type { TestReport } from './connection-test.dto.js';

export function presentReport(report: ProbeResult): TestReport {
  const { ok, stages, era, protocolVersion, serverInfo, tools, counts } = report;
  return {
    ok,
    stages: stages.map(({ name, ok: passed, reason, detail, ms }) => ({ name, ok: passed, reason, detail, ms })),
    era,
    protocolVersion,
    serverInfo: serverInfo && { name: serverInfo.name, version: serverInfo.version },
    tools: tools && readDefinitions(tools).map(presentTool),
    counts: counts && { prompts: counts.prompts, resources: counts.resources, templates: counts.templates },
  };
}
