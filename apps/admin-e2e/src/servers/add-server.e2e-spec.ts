import { expect, test } from '../harness/console-test.js';
import { fresh, givenDemoWorkspace, givenToken } from '../harness/given.js';
import { startPlainMcpServer } from '../harness/plain-mcp-server.js';
import { callGateway } from '../harness/rest.js';

const SECRET = 'Bearer s3cret-of-the-test';

test('a pasted configuration becomes a published server, its secret a credential', async ({ console: page, gateway, operator }) => {
  const upstream = await startPlainMcpServer(SECRET);
  const { slug, gatewayUrl } = await givenDemoWorkspace(operator);
  const name = fresh('invoices');
  await page.goto(`${gateway.url}/catalogue/new`);
  const configuration = { mcpServers: { [name]: { type: 'http', url: upstream.url, headers: { Authorization: SECRET } } } };
  await page.getByLabel('URL, client configuration or command').fill(JSON.stringify(configuration, null, 2));
  await expect(page.getByText('Moved into credentials: Authorization')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(page.getByLabel('Value Authorization')).toHaveValue(SECRET);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('s3cret');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Works: 2 tools found')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('checkbox', { name: 'list_invoices' }).uncheck();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('checkbox', { name: `Team ${slug}` }).check();
  await page.getByRole('button', { name: 'Save server' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const { token } = await givenToken(operator, slug);
  const { body } = await callGateway(gatewayUrl, token, 'tools/list');
  const names = body.result!.tools!.map((tool) => tool.name);
  expect(names).toContain('find_invoice');
  expect(names).not.toContain('list_invoices');
  expect(upstream.seen).toContain(SECRET);
  await upstream.stop();
});

test('a draft survives a reload without its secret', async ({ console: page, gateway }) => {
  await page.goto(`${gateway.url}/catalogue/new`);
  await page
    .getByLabel('URL, client configuration or command')
    .fill(`claude mcp add --transport http tracker https://mcp.example.com/mcp --header "Authorization: Bearer gone-after-reload"`);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.reload();
  await expect(page.getByText('This is your unfinished draft.')).toBeVisible();
  await expect(page.getByLabel('Value Authorization')).toHaveValue('');
  await expect(page.getByText('secrets have to be entered again')).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();
});

test('an address that may not be reached says which setting could allow it', async ({ console: page, gateway }) => {
  await page.goto(`${gateway.url}/catalogue/new`);
  await page.getByLabel('URL, client configuration or command').fill('http://10.1.2.3:8080/mcp');
  await page.getByLabel('Name', { exact: false }).first().fill('Inside');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Open egress settings' }).click();
  await expect(page.getByText('10.1.2.3:8080')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save rules' })).toBeEnabled();
});

test('a server that cannot be reached can be saved all the same', async ({ console: page, gateway }) => {
  const upstream = await startPlainMcpServer();
  await upstream.stop();
  const name = fresh('down');
  await page.goto(`${gateway.url}/catalogue/new`);
  await page.getByLabel('URL, client configuration or command').fill(JSON.stringify({ servers: { [name]: { url: upstream.url } } }));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('The test stopped here')).toBeVisible();
  await page.getByRole('button', { name: 'Save server' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});
