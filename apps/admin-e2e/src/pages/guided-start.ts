import { expect, type Page } from '@playwright/test';

/** The walk from the setup link to a connected client. Counts the clicks it makes. */
export class GuidedStart {
  clicks = 0;

  constructor(private readonly page: Page) {}

  private async click(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click();
    this.clicks += 1;
  }

  async create({ name, email, password }: { name: string; email: string; password: string }): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByLabel('Email').fill(email);
    await this.page.locator('input[type=password]').fill(password);
    await this.click('Create');
    await this.page.getByRole('heading', { name: 'Choose a first server' }).waitFor();
  }

  async pickDemo(): Promise<void> {
    await this.click(/^Demo server/);
    await this.page.getByText(/^Works: \d+ tools? found$/).waitFor();
  }

  async addTools(): Promise<void> {
    await this.click(/^Add \d+ tools?$/);
    await this.page.getByRole('heading', { name: 'Connect your client' }).waitFor();
  }

  /** Copies the snippet of the chosen client and reads it from the clipboard. */
  async copySnippet(): Promise<string> {
    const copied = (): Promise<string> => this.page.evaluate(() => navigator.clipboard.readText());
    // The clipboard is everybody's, and is written a moment after the click.
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.click(/^Copy Claude Code/);
    await expect.poll(copied).not.toBe('');
    return copied();
  }

  async done(): Promise<void> {
    await this.click('Done');
  }

  get firstCall() {
    return this.page.getByTestId('first-call');
  }
}
