import { expect, test } from '../harness/console-test.js';
import { givenDemoWorkspace, givenToken } from '../harness/given.js';
import { callGateway } from '../harness/rest.js';

test('tools are chosen by pattern, switched off together, and the console says why one is not seen', async ({
  console: page,
  gateway,
  operator,
}) => {
  const { slug, gatewayUrl } = await givenDemoWorkspace(operator);
  const { token } = await givenToken(operator, slug);
  const seen = async () => (await callGateway(gatewayUrl, token, 'tools/list')).body.result!.tools!.map(({ name }) => name);
  await expect.poll(seen).toContain('echo');

  await page.goto(`${gateway.url}/w/${slug}/tools`);
  await page.getByRole('textbox', { name: 'Search tools' }).fill('^(echo|add)$');
  await page.getByLabel('Regular expression').check();
  await expect(page).toHaveURL(/regex=true/);
  await page.getByRole('checkbox', { name: 'Select all 2 matching tools' }).check();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('2 tools changed')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'echo enabled' })).not.toBeChecked();
  await expect.poll(seen).not.toContain('echo');

  await page.goto(`${gateway.url}/w/${slug}/tools?state=off`);
  await expect(page.getByRole('checkbox', { name: 'Select all 2 matching tools' })).toBeVisible();
  await page.getByRole('button', { name: 'Why don’t I see a tool?' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tool', { exact: true }).fill('echo');
  // It closes the suggestions; before they are there it would close the dialog.
  await expect(page.getByRole('option', { name: 'echo', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Find out' }).click();
  await expect(dialog.getByText('It is not seen')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'The tool is switched on' })).toContainText('stopped here');
  await expect(page).toHaveURL(/why=echo/);
});

test('a toolset is made and a tool is pinned to one value', async ({ console: page, gateway, operator }) => {
  const { slug, gatewayUrl, server } = await givenDemoWorkspace(operator);
  const { token } = await givenToken(operator, slug);
  const texts = async () =>
    JSON.stringify((await callGateway(gatewayUrl, token, 'tools/list')).body.result!.tools!.find(({ name }) => name === 'echo'));
  await expect.poll(texts).toContain('properties');

  await page.goto(`${gateway.url}/w/${slug}/tools?tab=toolsets`);
  await page.getByRole('button', { name: 'New toolset' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('readers');
  await page.getByRole('dialog').locator('input:not([type=hidden])').last().fill(`${server}:*`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('toolset:readers')).toBeVisible();

  await page.goto(`${gateway.url}/w/${slug}/tools?tool=${server}%3Aecho`);
  const modes = page.getByRole('radiogroup', { name: /^Who sets / }).first();
  const parameter = (await modes.getAttribute('aria-label'))!.replace('Who sets ', '');
  await modes.getByText('Pinned').click();
  await page.getByRole('textbox', { name: `Value of ${parameter}` }).fill('always this');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(texts).not.toContain(`"${parameter}"`);
  const { body } = await callGateway(gatewayUrl, token, 'tools/call', { name: 'echo', arguments: { [parameter]: 'something else' } });
  expect(JSON.stringify(body)).toContain('always this');
});
