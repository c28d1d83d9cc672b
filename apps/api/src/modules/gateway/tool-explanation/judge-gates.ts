import type { ListProblem, ToolEntry, ToolGrant } from '@mcpnest/gateway-core';
import { errorEntry } from '@mcpnest/shared/errors';
import type { ExposureStanding } from '../../servers/index.js';
import { isEnabled } from '../tool-curation/tool-filter.js';

/** The gates a tool passes on its way to one client, in order. */
export const EXPLAINED_GATES = [
  'server-approved',
  'version-pinned',
  'exposed',
  'enabled',
  'token',
  'lock',
  'name',
  'schema',
  'budget',
  'health',
] as const;
export type ExplainedGate = (typeof EXPLAINED_GATES)[number];

/** What became of a tool at one gate; `unknown` where its definition is needed and not there. */
export interface GateVerdict {
  readonly name: ExplainedGate;
  readonly state: 'passed' | 'warned' | 'stopped' | 'unknown' | 'not-reached';
  readonly reason: string | null;
  readonly advice: string | null;
}

/** The token that looks for a tool. */
export interface LookingToken {
  readonly id: string;
  readonly name: string;
  /** Null: everything. */
  readonly grant: ToolGrant | null;
  /** Why it works no more, or null. */
  readonly ended: string | null;
}

/** Everything known about one tool of one server in one workspace. */
export interface ToolFacts {
  readonly standing: ExposureStanding;
  readonly tool: string;
  /** Undefined where the gateway knows no such tool of the server now. */
  readonly entry: ToolEntry | undefined;
  /** Its place in the list that clients get, from one; null where it is not in it. */
  readonly place: number | null;
  readonly token: LookingToken | null;
  readonly problem: ListProblem | undefined;
}

type Finding = Omit<GateVerdict, 'name'>;

const PASSED: Finding = { state: 'passed', reason: null, advice: null };
const UNKNOWN: Finding = { state: 'unknown', reason: 'Its definition is not known now.', advice: null };
const stopped = (reason: string, advice: string): Finding => ({ state: 'stopped', reason, advice });
const warned = (reason: string, advice: string): Finding => ({ state: 'warned', reason, advice });

/** How many tools clients are known to bear; the others bear more. */
const CLIENT_TOOLS_MAX = [
  ['VS Code and GitHub Copilot', 128],
  ['Cursor', 80],
  ['Cursor of older versions and Windsurf', 40],
] as const;

const JUDGES: Readonly<Record<ExplainedGate, (facts: ToolFacts) => Finding>> = {
  'server-approved': ({ standing }) =>
    standing.latestApproved === null
      ? stopped(`The server "${standing.serverSlug}" has no approved version.`, 'Ask an operator to approve one.')
      : PASSED,
  'version-pinned': ({ standing: { exposureId, version, versionState } }) =>
    exposureId === null || versionState === 'approved'
      ? PASSED
      : stopped(`The workspace pins version ${version}, which is ${versionState}.`, 'Pin an approved version, or roll back to one.'),
  exposed: ({ standing: { serverSlug, exposureId, enabled } }) => {
    if (exposureId === null) return stopped(`The workspace does not show the server "${serverSlug}".`, 'Add the server to the workspace.');
    return enabled
      ? PASSED
      : stopped(`The server "${serverSlug}" is switched off in this workspace.`, 'Switch the server on in the workspace.');
  },
  enabled: ({ entry }) => {
    if (!entry) return UNKNOWN;
    if (isEnabled(entry)) return PASSED;
    const isNew = !entry.exposure.toolSettings.has(entry.upstreamName);
    const reason = isNew
      ? 'It is new, and new tools of this server stay off until somebody decides.'
      : 'It is switched off in this workspace.';
    return stopped(reason, 'Switch it on in the list of tools.');
  },
  token: ({ token, standing, tool }) => {
    if (!token) return { ...PASSED, reason: 'No token was named: every token without limits passes.' };
    if (token.ended !== null) return stopped(`The token "${token.name}" ${token.ended}.`, 'Use another token, or make one.');
    return token.grant === null || token.grant.allows(standing.serverSlug, tool)
      ? PASSED
      : stopped(`The token "${token.name}" is limited to other tools.`, `Make a token whose tools include ${standing.serverSlug}:${tool}.`);
  },
  lock: (facts) => ofEntry(facts, 'lock', 'Look at the changes of the server; who may approve versions decides there.'),
  name: (facts) => ofEntry(facts, 'name', 'Give it an alias that no other tool has.'),
  schema: (facts) => ofEntry(facts, 'schema', 'Its server must mend the definition; pinned or hidden parameters can be changed here.'),
  budget: ({ place }) => {
    const short = CLIENT_TOOLS_MAX.filter(([, most]) => place !== null && place > most).map(([client, most]) => `${client} (${most})`);
    return short.length === 0
      ? PASSED
      : warned(
          `It is tool number ${place} of the list. These clients may leave it out: ${short.join(', ')}.`,
          'Switch off tools that nobody uses, or limit the token to a toolset.',
        );
  },
  health: ({ entry, tool, problem }) => {
    const missing = entry?.exposure.target.missingCredentials ?? [];
    if (missing.length > 0) return stopped(`The server needs the credential ${missing[0]}.`, 'Ask an operator to set it.');
    const why = problem ? `${errorEntry(problem.reason).title}.` : '';
    if (!entry && problem)
      return stopped(
        `The server could not be asked for its tools. ${why}`,
        'Test its connection, and look at its address and credentials.',
      );
    if (!entry)
      return stopped(
        `The server lists no tool named ${JSON.stringify(tool.slice(0, 128))} now.`,
        'Look at what it lists, or ask its owner.',
      );
    return problem ? warned(`The server could not be asked lately; its last good list is used. ${why}`, 'Test its connection.') : PASSED;
  },
};

function ofEntry({ entry }: ToolFacts, gate: 'lock' | 'name' | 'schema', advice: string): Finding {
  if (!entry) return UNKNOWN;
  return entry.stopped?.gate === gate ? stopped(entry.stopped.reason, advice) : PASSED;
}

/** Judges the gates in order; behind the one that stopped it a tool reaches none. Pure. */
export function judgeGates(facts: ToolFacts): GateVerdict[] {
  let isStopped = false;
  return EXPLAINED_GATES.map((name) => {
    if (isStopped) return { name, state: 'not-reached', reason: null, advice: null };
    const finding = JUDGES[name](facts);
    isStopped = finding.state === 'stopped';
    return { name, ...finding };
  });
}
