import { expect, test } from '@playwright/test';
import { watch } from '../harness/console-test.js';
import { callGateway } from '../harness/rest.js';
import { OPERATOR, startGateway, type Gateway } from '../harness/start-gateway.js';
import { GuidedStart } from '../pages/guided-start.js';

let gateway: Gateway;
test.beforeEach(async () => {
  gateway = await startGateway({ withOperator: false });
});
test.afterEach(() => gateway.stop());

const TOKEN = /mng_[0-9A-Za-z]{36}/;
const SECONDS_MAX = 60;
const CLICKS_MAX = 6;

test('from the setup link to a URL that answers in at most 60 seconds and 6 clicks', async ({ page }, info) => {
  const faults = watch(page);
  const walk = new GuidedStart(page);
  const began = Date.now();
  await page.goto(gateway.setupUrl!);
  await walk.create(OPERATOR);
  await walk.pickDemo();
  await walk.addTools();
  const snippet = await walk.copySnippet();
  const token = TOKEN.exec(snippet)![0];
  const url = /https?:\S+\/api\/gw\/[a-z0-9-]+/.exec(snippet)![0];
  const listed = await callGateway(url, token, 'tools/list');
  const seconds = (Date.now() - began) / 1_000;

  expect(listed.status).toBe(200);
  expect(listed.body.result!.tools!.length).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(SECONDS_MAX);

  await expect(walk.firstCall).toContainText('Waiting for the first call');
  await page.screenshot({ path: info.outputPath('waiting.png'), fullPage: true });
  await callGateway(url, token, 'tools/call', { name: listed.body.result!.tools![0]!.name, arguments: {} });
  await expect(walk.firstCall).toContainText(/It works.*called/);
  await page.screenshot({ path: info.outputPath('connected.png'), fullPage: true });

  expect(page.url()).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(TOKEN);
  await walk.done();
  await expect(page.getByTestId('gateway-url')).toHaveText(url);
  expect(walk.clicks).toBeLessThanOrEqual(CLICKS_MAX);
  expect(faults).toEqual([]);
  info.annotations.push({ type: 'measured', description: `${seconds.toFixed(1)} s, ${walk.clicks} clicks` });
});

test('leaving and coming back resumes at the same step, and a lost token is replaced', async ({ page }) => {
  const walk = new GuidedStart(page);
  await page.goto(gateway.setupUrl!);
  await walk.create(OPERATOR);
  await page.goto(`${gateway.url}/`);
  await expect(page.getByRole('heading', { name: 'Choose a first server' })).toBeVisible();

  await walk.pickDemo();
  await page.reload();
  await expect(page.getByText(/^Works: \d+ tools? found$/)).toBeVisible();

  await walk.addTools();
  const lost = TOKEN.exec(await walk.copySnippet())![0];
  await page.goto(`${gateway.url}/`);
  await expect(page.getByRole('heading', { name: 'Connect your client' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(lost);

  await page.getByRole('button', { name: 'Make a new token' }).click();
  const found = page.getByText(TOKEN).first();
  await expect(found).toBeVisible();
  const token = TOKEN.exec((await found.textContent())!)![0];
  const url = (await page.getByRole('region', { name: 'Gateway URL' }).textContent())!;
  expect((await callGateway(url, token, 'tools/list')).status).toBe(200);
  expect((await callGateway(url, lost, 'tools/list')).status).toBe(401);
});
