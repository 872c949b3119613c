import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where screenshots go, for people to look at; none are taken when it is not set. */
const FOLDER = process.env.SCREENSHOTS_DIR;

/** Keeps what the page shows as `<name>.png`. */
export async function takeShot(page: Page, name: string): Promise<void> {
  if (FOLDER) await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
