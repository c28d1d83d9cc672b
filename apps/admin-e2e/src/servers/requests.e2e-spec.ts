import { expect, signIn, test } from '../harness/console-test.js';
import { fresh, givenDemoWorkspace, givenMember, givenToken } from '../harness/given.js';
import { startPlainMcpServer } from '../harness/plain-mcp-server.js';
import { callGateway } from '../harness/rest.js';

const SECRET = 'Bearer s3cret-of-a-request';

test('a developer asks, an operator approves from the keyboard, and the tool can be called', async ({
  console: page,
  gateway,
  operator,
  browser,
}) => {
  const upstream = await startPlainMcpServer(SECRET);
  const { slug, gatewayUrl } = await givenDemoWorkspace(operator);
  const developer = await givenMember(operator, gateway, { slug, role: 'developer' });
  const name = fresh('invoices');

  const context = await browser.newContext();
  const asking = await context.newPage();
  await signIn(asking, gateway.url, developer);
  await asking.goto(`${gateway.url}/catalogue`);
  await asking.getByRole('link', { name: 'Request a server' }).click();
  const form = asking.getByRole('dialog', { name: 'Request a server' });
  const configuration = { mcpServers: { [name]: { type: 'http', url: upstream.url, headers: { Authorization: SECRET } } } };
  await form.getByLabel('URL or client configuration').fill(JSON.stringify(configuration));
  await expect(form.getByLabel('Value Authorization')).toHaveValue(SECRET);
  await form.getByLabel('Why do you need it?').fill('To find invoices');
  await form.getByRole('button', { name: 'Send request' }).click();
  await expect(asking.getByRole('button', { name: `Open request ${name}` })).toBeVisible();
  expect(await asking.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href)).not.toContain('s3cret');
  const { token } = await givenToken(operator, slug);
  const before = await callGateway(gatewayUrl, token, 'tools/call', { name: 'find_invoice', arguments: {} });
  expect(before.body.error).toBeDefined();

  await page.goto(`${gateway.url}/workspaces`);
  await expect(page.getByLabel('1 request waiting for a decision')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible();
  await expect(page.getByRole('button', { name: `Open request ${name}` })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: `Open request ${name}` })).toBeFocused();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name });
  await expect(drawer.getByText('To find invoices')).toBeVisible();
  await expect(page).toHaveURL(/request=/);
  await drawer.getByRole('button', { name: 'Test connection' }).click();
  await expect(drawer.getByText('Works: 2 tools found')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByText(`${name} will be approved in 10 seconds`).first()).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(`${name} will be approved in 10 seconds`)).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(page.getByText(`${name}: approved, and in its workspace`)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel(/waiting for a decision/).filter({ hasText: '1' })).toHaveCount(0);

  const after = await callGateway(gatewayUrl, token, 'tools/call', { name: 'find_invoice', arguments: {} });
  expect(after.body.result).toBeDefined();
  expect(upstream.seen).toContain(SECRET);
  await asking.reload();
  await expect(asking.getByRole('cell', { name: 'approved' })).toBeVisible();
  await page.goto(`${gateway.url}/catalogue/${name}?tab=versions`);
  await expect(page.getByText('Version 1: draft → waiting for approval')).toBeVisible();
  await expect(page.getByText('Version 1: waiting for approval → approved')).toBeVisible();
  await context.close();
  await upstream.stop();
});

test('a request is denied with a reason that the person who asked reads', async ({ console: page, gateway, operator, browser }) => {
  const { slug } = await givenDemoWorkspace(operator);
  const developer = await givenMember(operator, gateway, { slug, role: 'developer' });
  const name = fresh('denied');
  await developer.rest.send('POST', `/workspaces/${slug}/requests`, {
    kind: 'server',
    name,
    reason: 'Just so',
    transport: { type: 'builtin', name: 'demo' },
  });
  await page.goto(`${gateway.url}/approvals?workspace=${slug}`);
  await page.getByRole('button', { name: `Open request ${name}` }).focus();
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByLabel('Why not?').fill('We have one already');
  await page.keyboard.press('Tab');
  await page.getByRole('dialog').getByRole('button', { name: 'Deny' }).press('Enter');
  await expect(page.getByText(`${name} will be denied in 10 seconds`)).toBeVisible();
  // Leaving the page sends it at once.
  const denied = page.waitForResponse('**/deny');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  expect((await denied).ok()).toBe(true);
  const context = await browser.newContext();
  const asking = await context.newPage();
  await signIn(asking, gateway.url, developer);
  await asking.goto(`${gateway.url}/w/${slug}/requests`);
  await asking.getByRole('button', { name: `Open request ${name}` }).click();
  await expect(asking.getByText('We have one already')).toBeVisible();
  await asking.goto(`${gateway.url}/approvals`);
  await expect(asking.getByText('This page is not open to you').first()).toBeVisible();
  await context.close();
});
