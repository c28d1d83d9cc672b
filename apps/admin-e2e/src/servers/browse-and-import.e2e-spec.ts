import { expect, test } from '../harness/console-test.js';
import { fresh } from '../harness/given.js';
import { startPlainMcpServer } from '../harness/plain-mcp-server.js';

const SECRET = 'Bearer s3cret-of-the-import';

test('a bundled entry is found and added without anything but the gateway being reached', async ({ console: page, gateway }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(gateway.url) && /^https?:/.test(request.url())) elsewhere.push(request.url());
  });
  await page.goto(`${gateway.url}/catalogue`);
  await page.getByRole('tab', { name: 'Browse' }).click();
  await page.getByLabel('Search the bundled catalogue').fill('airtable bases');
  await expect(page.getByText('1 entry')).toBeVisible();
  await page.getByRole('button', { name: 'Details of Airtable' }).click();
  await expect(page.getByText('https://mcp.airtable.com/mcp').last()).toBeVisible();
  await page.getByRole('link', { name: 'Add to catalogue' }).click();
  await expect(page.getByText('From the catalogue: com.airtable/mcp')).toBeVisible();
  const name = fresh('Airtable');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Value Authorization').fill('pat-of-the-test');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Save server' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('the bundled catalogue · com.airtable/mcp')).toBeVisible();
  await page.getByRole('tab', { name: 'Credentials' }).click();
  await expect(page.getByText('…test')).toBeVisible();
  await page.goto(`${gateway.url}/catalogue?view=browse&q=airtable%20bases`);
  await expect(page.getByText('in the catalogue', { exact: true })).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test('a pasted configuration of several servers is imported, its secret never shown again', async ({ console: page, gateway }) => {
  const upstream = await startPlainMcpServer(SECRET);
  const name = fresh('ledger');
  const configuration = {
    mcpServers: {
      [name]: { url: upstream.url, headers: { Authorization: SECRET } },
      files: { command: 'npx', args: ['-y', '@example/files'] },
    },
  };
  await page.goto(`${gateway.url}/catalogue/import`);
  await page.getByLabel('Document').fill(JSON.stringify(configuration));
  const answered = page.waitForResponse('**/catalogue/import/preview');
  await page.getByRole('button', { name: 'Preview' }).click();
  expect(await (await answered).text()).not.toContain('s3cret');
  // A program can be imported too, where its package is known: this one stays out.
  await page.getByRole('checkbox', { name: 'Choose files' }).uncheck();
  await page.getByRole('button', { name: 'Import 1 server' }).click();
  await expect(page.getByText('imported', { exact: true })).toBeVisible();
  await page.getByRole('link', { name }).click();
  await page.getByRole('tab', { name: 'Tools' }).click();
  await expect(page.getByText('find_invoice')).toBeVisible();
  expect(upstream.seen).toContain(SECRET);
  await upstream.stop();
});
