import { expect, test } from '../harness/console-test.js';
import { givenDemoWorkspace } from '../harness/given.js';
import { callGateway } from '../harness/rest.js';

const TOKEN = /mng_[0-9A-Za-z]{36}/;

test('a token is shown once, works, and dies when it is revoked', async ({ console: page, gateway, operator }) => {
  const { slug, gatewayUrl } = await givenDemoWorkspace(operator);
  await page.goto(`${gateway.url}/w/${slug}/tokens`);
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Build machine');
  await dialog.getByRole('button', { name: 'New token' }).click();
  const token = TOKEN.exec((await dialog.getByRole('region', { name: 'Gateway token' }).textContent())!)![0];
  expect((await callGateway(gatewayUrl, token, 'tools/list')).status).toBe(200);

  await dialog.getByRole('button', { name: 'I saved it' }).click();
  await expect(dialog.getByText('Close without saving it?')).toBeVisible();
  await dialog.getByRole('button', { name: 'Go back' }).click();
  await dialog.getByRole('button', { name: 'Copy Gateway token' }).click();
  await dialog.getByRole('button', { name: 'I saved it' }).click();
  await expect(page.getByRole('cell', { name: /^Build machine/ })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  expect(await page.content()).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage, url: location.href }))).not.toContain(token);

  await page.getByRole('button', { name: 'More for Build machine' }).click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No tokens yet')).toBeVisible();
  expect((await callGateway(gatewayUrl, token, 'tools/list')).status).toBe(401);
});

test('an invited person comes in by the link, and sees what a developer may see', async ({ console: page, gateway, operator, browser }) => {
  const { slug } = await givenDemoWorkspace(operator);
  await page.goto(`${gateway.url}/w/${slug}/members`);
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill(`grace-${slug}@example.com`);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = (await dialog.getByRole('region', { name: 'Invitation link' }).textContent())!;

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await guest.getByLabel('Your name').fill('Grace');
  await guest.locator('input[type=password]').fill('a passphrase of grace');
  await guest.getByRole('button', { name: 'Join workspace' }).click();
  await expect(guest.getByTestId('gateway-url')).toBeVisible();
  await guest.goto(`${gateway.url}/w/${slug}/members`);
  await expect(guest.getByRole('button', { name: 'Invite' })).toBeDisabled();
  await guest.goto(`${gateway.url}/settings/egress`);
  await expect(guest.getByText('settings:write')).toBeVisible();
  await guest.context().close();
});

test('an ended session asks for the password and goes on with what was typed', async ({ console: page, gateway, operator }) => {
  const { slug } = await givenDemoWorkspace(operator);
  await page.goto(`${gateway.url}/w/${slug}/settings`);
  await page.getByLabel('Name', { exact: true }).fill('Renamed while away');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save changes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.locator('input[type=password]').fill('correct horse battery');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Renamed while away');
});
