import { expect, test as base, type Page } from '@playwright/test';
import { fromFreshAddress } from './client-address.js';
import { Rest } from './rest.js';
import { OPERATOR, startGateway, type Gateway } from './start-gateway.js';

interface WorkerParts {
  /** One installation with an operator for all tests of a worker. */
  gateway: Gateway;
  operator: Rest;
}

interface Parts {
  /** A page whose policy violations and script errors fail the test. */
  watched: Page;
  /** The same, signed in as the operator. */
  console: Page;
}

/** Collects what must never happen in the console. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  return faults;
}

export async function signIn(page: Page, url: string, person: { email: string; password: string } = OPERATOR): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Email').fill(person.email);
  await page.locator('input[type=password]').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}

export const test = base.extend<Parts, WorkerParts>({
  gateway: [
    async ({}, use) => {
      const gateway = await startGateway();
      await use(gateway);
      await gateway.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  operator: [async ({ gateway }, use) => use(await Rest.signIn(gateway)), { scope: 'worker' }],
  watched: async ({ page }, use) => {
    const faults = watch(page);
    await page.setExtraHTTPHeaders(fromFreshAddress());
    await use(page);
    expect(faults).toEqual([]);
  },
  console: async ({ watched, gateway }, use) => {
    await signIn(watched, gateway.url);
    await use(watched);
  },
});

export { expect };
