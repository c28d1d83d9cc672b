import { analyticsOf, type AnalyticsRow } from './analytics.presenter.js';
import { DIMENSIONS } from './call-facts.js';

const PERIOD = { from: new Date(0), to: new Date(3_600_000) };
const NOTHING = Object.fromEntries(DIMENSIONS.map((name) => [name, null])) as Record<(typeof DIMENSIONS)[number], null>;

/** A tool of a server; the bits say which dimensions the group is not made by, the last one lowest. */
const toolOf = (server_slug: string, tool_name: string, calls: number) => ({
  ...NOTHING,
  server_slug,
  tool_name,
  calls,
  failed: 0,
  dimensions: DIMENSIONS.reduce((mask, name) => mask * 2 + (['server_slug', 'tool_name'].includes(name) ? 0 : 1), 0),
});

it('what is called equally often stands in one order, whatever order the database gives: also two tools of one name', () => {
  const groups = [toolOf('issues', 'read', 5), toolOf('files', 'read', 5), toolOf('files', 'add', 5), toolOf('issues', 'write', 9)];
  const toolsOf = (given: AnalyticsRow['groups']): string[] =>
    analyticsOf({ bars: null, latencies: null, groups: given, people: null, tokens: null, workspaces: null }, PERIOD, 3_600_000).tools.map(
      ({ within, value }) => `${within}:${value}`,
    );
  const expected = ['issues:write', 'files:add', 'files:read', 'issues:read'];
  expect(toolsOf(groups)).toEqual(expected);
  expect(toolsOf([...groups].reverse())).toEqual(expected);
});
