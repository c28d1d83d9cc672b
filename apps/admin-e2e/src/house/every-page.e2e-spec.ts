import AxeBuilder from '@axe-core/playwright';
import type { Page, Response } from '@playwright/test';
import { fromFreshAddress } from '../harness/client-address.js';
import { expect, test } from '../harness/console-test.js';
import { givenDemoWorkspace, givenToken, type GivenWorkspace } from '../harness/given.js';
import { callGateway } from '../harness/rest.js';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const pages = ({ slug, server }: GivenWorkspace) => ({
  workspaces: '/workspaces',
  'workspace-new': '/workspaces?new=true',
  home: `/w/${slug}`,
  tools: `/w/${slug}/tools`,
  'tool-open': `/w/${slug}/tools?tool=${server}%3Aecho`,
  'tools-nothing-found': `/w/${slug}/tools?q=zzzzzz`,
  toolsets: `/w/${slug}/tools?tab=toolsets`,
  'tool-bill': `/w/${slug}/tools?tab=bill`,
  'tool-why': `/w/${slug}/tools?why=nothing_of_this_name`,
  connect: `/w/${slug}/connect`,
  'connect-oauth': `/w/${slug}/connect?client=chatgpt`,
  tokens: `/w/${slug}/tokens`,
  'token-new': `/w/${slug}/tokens?new=true`,
  calls: `/w/${slug}/calls`,
  'calls-nothing-found': `/w/${slug}/calls?tool=nothing`,
  members: `/w/${slug}/members`,
  limits: `/w/${slug}/limits`,
  lockdown: `/w/${slug}/lockdown`,
  'lockdown-new': `/w/${slug}/lockdown?new=true`,
  'workspace-settings': `/w/${slug}/settings`,
  catalogue: '/catalogue',
  'catalogue-nothing-found': '/catalogue?q=zzzzzz',
  browse: '/catalogue?view=browse',
  'browse-entry': '/catalogue?view=browse&entry=com-stripe-mcp',
  'catalogue-filtered': '/catalogue?state=approved',
  'add-server': '/catalogue/new',
  import: '/catalogue/import',
  server: `/catalogue/${server}`,
  'server-tools': `/catalogue/${server}?tab=tools`,
  'server-versions': `/catalogue/${server}?tab=versions`,
  'server-credentials': `/catalogue/${server}?tab=credentials`,
  'server-changes': `/catalogue/${server}?tab=changes`,
  changes: '/catalogue/changes',
  'changes-nothing-found': '/catalogue/changes?q=zzzzzz',
  approvals: '/approvals',
  'approvals-nothing-found': '/approvals?q=zzzzzz',
  requests: `/w/${slug}/requests`,
  connections: `/w/${slug}/connections`,
  'request-new': `/w/${slug}/requests?ask=server`,
  overview: '/overview',
  analytics: `/w/${slug}/analytics`,
  activity: '/activity',
  'activity-entry': '/activity?entry=1',
  'activity-nothing-found': '/activity?subject=zzzzzz',
  'activity-calls': '/activity/calls',
  'activity-analytics': '/activity/analytics',
  records: '/activity/records',
  'api-keys': '/settings/api-keys',
  egress: '/settings/egress',
  'approval-settings': '/settings/approvals',
  'registry-settings': '/settings/registries',
  'local-servers': '/settings/local-servers',
  'webhook-settings': '/settings/webhooks',
  'export-settings': '/settings/exports',
  'token-settings': '/settings/tokens',
  'lockdown-everywhere': '/settings/lockdown',
  'single-sign-on': '/settings/single-sign-on',
  'master-key': '/settings/master-key',
  people: '/settings/people',
  account: '/settings/account',
  permissions: '/settings/permissions',
  'not-found': '/no/such/page',
  'unknown-workspace': '/w/no-such-workspace',
  start: '/start?workspace=' + slug,
});

let given: GivenWorkspace;
test.beforeAll(async ({ operator }) => {
  given = await givenDemoWorkspace(operator);
  const { token } = await givenToken(operator, given.slug);
  for (const name of ['echo', 'nothing_of_this_name']) await callGateway(given.gatewayUrl, token, 'tools/call', { name, arguments: {} });
});

/** The page is there: its heading stands and nothing is loading. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}

/** Goes to a page that is answered in full: what is refused for haste or broken by a fault of the server shows no page. */
async function visit(page: Page, url: string): Promise<void> {
  const unanswered: string[] = [];
  const note = (response: Response): void => {
    if (response.status() === 429 || response.status() >= 500) unanswered.push(`${response.status()} ${response.url()}`);
  };
  page.on('response', note);
  await page.setExtraHTTPHeaders(fromFreshAddress());
  await page.goto(url);
  await settled(page);
  page.off('response', note);
  expect.soft(unanswered, url).toEqual([]);
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page is accessible, ${colorScheme}`, async ({ console: page, gateway }, info) => {
    test.setTimeout(900_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [name, path] of Object.entries(pages(given))) {
      await visit(page, gateway.url + path);
      await page.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`) });
      expect.soft(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
    }
  });

  test(`the pages outside are accessible, ${colorScheme}`, async ({ watched: page, gateway }, info) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [name, path] of Object.entries({
      'sign-in': '/sign-in',
      'setup-closed': '/setup',
      'invite-incomplete': '/invite',
      'invite-wrong': '/invite#wrong',
    })) {
      await page.goto('about:blank');
      await visit(page, gateway.url + path);
      await page.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`) });
      expect.soft(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
    }
  });
}

for (const width of [390, 320]) {
  test(`no page is wider than a window of ${width} px`, async ({ console: page, gateway }, info) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width, height: 780 });
    for (const [name, path] of Object.entries(pages(given))) {
      await visit(page, gateway.url + path);
      await page.screenshot({ path: info.outputPath(`${name}-${width}.png`) });
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} at ${width} px`)
        .toBeLessThanOrEqual(0);
    }
  });
}
