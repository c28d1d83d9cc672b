import type { Position } from '../../../platform/http/cursor.js';
import { dimensionConditions, periodOf, rowConditions, SqlParameters } from './call-conditions.js';
import { quartersOf, type Quarters } from './call-quarters.js';
import type { CallScope } from './call-scope.js';
import type { CallFilters } from './calls-query.dto.js';
import { readSearchedText } from './searched-text.js';

export interface PageWanted {
  readonly filters: CallFilters;
  readonly scope: CallScope;
  readonly after: Position | null;
  readonly limit: number;
}

/** One statement with its parameters. */
export interface PageQuery {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Rows of some workspaces, of one person's tokens where one is named. */
interface Part {
  readonly workspaces: readonly string[];
  readonly person: string | null;
  /** Whether the tool is looked for by the name that clients see, where that is another one. */
  readonly byPublishedName: boolean;
}

/** Calls that took so long stand in the index of calls that did not simply succeed. */
const NOTABLE_MS = 5_000;
const ORDER = 'ORDER BY c.created_at DESC, c.call_id DESC';

/**
 * The newest page of filtered calls. Every workspace is read in the order of an index and left after one page: no other way is quick
 * where a workspace has millions of rows. A filter that may hold in few rows has an index that leads to them, or is looked for only
 * in quarters of an hour in which it was seen. The rows of a trace are few whatever else is asked for. Every statement carries a range of time, so that it touches few partitions.
 * @returns null where nothing is anybody's business
 */
export function pageQuery(wanted: PageWanted, columns: string): PageQuery | null {
  const parameters = new SqlParameters();
  const quarters = isOfTrace(wanted.filters) ? null : quartersOf(wanted.filters, wanted.after, parameters);
  const parts = partsOf(wanted).map((part) => `(${partSql(part, wanted, { parameters, columns, quarters })})`);
  if (parts.length === 0) return null;
  const sql =
    parts.length === 1 ? parts[0]! : `SELECT * FROM (${parts.join(' UNION ALL ')}) AS c ${ORDER} LIMIT ${parameters.add(wanted.limit)}`;
  return { sql: quarters ? `${quarters.with} ${sql}` : sql, values: parameters.values };
}

function partsOf({ scope, filters }: PageWanted): readonly Part[] {
  const scopes = [
    { workspaces: scope.whole, person: null },
    { workspaces: scope.own, person: scope.person },
  ].filter(({ workspaces }) => workspaces.length > 0);
  return scopes.flatMap((part) =>
    (filters.tool === undefined ? [false] : [false, true]).map((byPublishedName) => ({ ...part, byPublishedName })),
  );
}

interface Writing {
  readonly parameters: SqlParameters;
  readonly columns: string;
  readonly quarters: Quarters | null;
}

function partSql(part: Part, wanted: PageWanted, { parameters, columns, quarters }: Writing): string {
  const limit = parameters.add(wanted.limit);
  const of = (workspace: string, ...more: readonly string[]): string => {
    const conditions = [...conditionsOf(part, wanted, { parameters, workspace }), ...more];
    return `SELECT ${columns} FROM mcp_tool_calls c WHERE ${conditions.join(' AND ')} ${ORDER} LIMIT ${limit}`;
  };
  const [only] = part.workspaces;
  if (quarters) {
    const each = of('c.workspace_id = q.workspace_id', 'c.created_at >= q.first_at', 'c.created_at <= q.last_at');
    // Sorted by their quarter the rows need little more sorting, so that the walk ends with the quarter in which the page is full.
    return `SELECT ${columns} FROM (${quarters.of(`${parameters.add(part.workspaces)}::text[]`)}) AS q CROSS JOIN LATERAL (${each}) AS c
      ORDER BY q.bucket_at DESC, c.created_at DESC, c.call_id DESC LIMIT ${limit}`;
  }
  if (part.workspaces.length === 1 && only !== undefined) return of(`c.workspace_id = ${parameters.add(only)}`);
  const all = `${parameters.add(part.workspaces)}::text[]`;
  // In the order of the index of a trace, a token or a person, one walk meets the calls of every workspace.
  if (isAcross(part, wanted.filters)) return of(`c.workspace_id = ANY(${all})`);
  const each = of('c.workspace_id = s.workspace_id');
  return `SELECT c.* FROM unnest(${all}) AS s (workspace_id) CROSS JOIN LATERAL (${each}) AS c ${ORDER} LIMIT ${limit}`;
}

/** Whether the rows are walked to by their trace, token or person, whose indexes do not begin with the workspace. */
const isAcross = ({ person }: Part, filters: CallFilters): boolean =>
  isOfTrace(filters) || (!isRare(filters) && (person !== null || filters.token !== undefined || filters.person !== undefined));

const isOfTrace = ({ text }: CallFilters): boolean => text !== undefined && readSearchedText(text).kind === 'trace';

interface Place {
  readonly parameters: SqlParameters;
  /** The condition on the workspace. */
  readonly workspace: string;
}

function conditionsOf(part: Part, { filters, after }: PageWanted, { parameters, workspace }: Place): string[] {
  const { from, to } = periodOf(filters);
  const { tool, ...others } = filters;
  return [
    isAcross(part, filters) ? hidden(workspace) : workspace,
    `c.created_at >= ${parameters.add(from)} AND c.created_at < ${parameters.add(to)}`,
    ...(after ? [`(c.created_at, c.call_id) < (${parameters.add(after.createdAt)}, ${parameters.add(after.id)})`] : []),
    ...(part.person === null ? [] : [`c.user_id = ${parameters.add(part.person)}`]),
    ...toolConditions(tool, part.byPublishedName, parameters),
    ...dimensionConditions(others, parameters),
    ...rowConditions(others, parameters),
  ];
}

function toolConditions(tool: string | undefined, byPublishedName: boolean, parameters: SqlParameters): string[] {
  if (tool === undefined) return [];
  const name = parameters.add(tool);
  return byPublishedName ? [`c.published_name = ${name}`, 'c.published_name <> c.tool_name'] : [`c.tool_name = ${name}`];
}

/**
 * A trace, a token or a person has calls in one workspace or a few: the planner would take the workspace for a further condition,
 * expect next to no rows, and sort all that it finds instead of walking in the order of their index.
 */
const hidden = (condition: string): string => `CASE WHEN ${condition} THEN true ELSE false END`;

/** Whether a filter leads to the few calls that did not simply succeed, which have an index of their own. */
const isRare = ({ outcome, status, reason, origin, gate, latencyMin }: CallFilters): boolean =>
  (outcome !== undefined && outcome !== 'success') ||
  (status !== undefined && status !== 200) ||
  [reason, origin, gate].some((value) => value !== undefined) ||
  (latencyMin ?? 0) >= NOTABLE_MS;
