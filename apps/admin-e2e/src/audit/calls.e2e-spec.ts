import { expect, test } from '../harness/console-test.js';
import { givenDemoWorkspace, givenToken } from '../harness/given.js';
import { callGateway } from '../harness/rest.js';

test('calls turn up while the page is open, wait while it is paused, and can be filtered by address', async ({
  console: page,
  gateway,
  operator,
}) => {
  const { slug, gatewayUrl } = await givenDemoWorkspace(operator);
  const { token } = await givenToken(operator, slug);
  const call = (name: string, args: Record<string, unknown> = {}) =>
    callGateway(gatewayUrl, token, 'tools/call', { name, arguments: args });
  await page.goto(`${gateway.url}/w/${slug}/calls`);
  await expect(page.getByText('No calls yet')).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await call('echo', { message: 'hello' });
  await expect(page.getByRole('button', { name: 'Details of echo' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await call('no_such_tool');
  await page.getByRole('button', { name: 'Show 1 new call' }).click();
  await expect(page.getByRole('button', { name: 'Details of no_such_tool' })).toBeVisible();

  await page.getByRole('button', { name: 'Details of no_such_tool' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Only Outcome denied' }).click();
  await expect(page).toHaveURL(/outcome=denied/);
  await expect(page.getByRole('button', { name: 'Details of echo' })).toHaveCount(0);
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Details of echo' })).toBeVisible();
  await page.goto(`${gateway.url}/w/${slug}/calls?outcome=denied`);
  await expect(page.getByRole('button', { name: 'Remove filter Outcome: denied' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
});
