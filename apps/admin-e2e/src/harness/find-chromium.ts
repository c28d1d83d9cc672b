import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to test with: `CHROMIUM_PATH`, one of the machine, or Playwright's own. */
export function findChromium(): string {
  return [process.env['CHROMIUM_PATH'], ...PLACES].find((path) => path && existsSync(path)) ?? chromium.executablePath();
}
