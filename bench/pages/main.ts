/**
 * `npm run bench:pages`: how fast the merchant's pages feel, in Chromium, on the production build, within the simulated admin. Each page is
 * opened three times with an empty cache, and then used by keyboard and mouse; medians. One JSON line a figure, beside the thresholds that
 * https://web.dev/articles/vitals calls good. A line a page says how much JavaScript it carries.
 */
import { gzipSync } from 'node:zlib';
import type { Frame } from 'playwright-core';
import { askForRates, newBasket } from '#test/support/asked-rates.ts';
import { startBrowser, type TestBrowser } from '#test/support/browser.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { median, printFigure, rounded } from '../figure.ts';
import { measureVitals, readVitals, type Vitals } from './vitals.ts';

const RUNS = 3;
const RATE_REQUESTS = 200;
const PAGES = [
  '/app',
  '/app/configuration',
  '/app/options',
  '/app/checkout',
  '/app/try',
  '/app/orders',
  '/app/activity',
  '/app/translations',
  '/app/documentation',
];

interface Visit extends Vitals {
  /** Bytes of scripts that the page asked for, as they are and as gzip sends them. */
  scriptBytes: number;
  gzipBytes: number;
}

const sandbox = await startSandboxProcess();
const browser = await startBrowser();
try {
  for (let asked = 0; asked < RATE_REQUESTS; asked++) await askForRates(sandbox.ready, newBasket());
  // The first visit exchanges the token and warms the server.
  await visit(sandbox, browser, '/app');
  for (const path of PAGES) {
    const visits: Visit[] = [];
    for (let run = 0; run < RUNS; run++) visits.push(await visit(sandbox, browser, path));
    printVisits(path, visits);
  }
} finally {
  await browser.close();
  await sandbox.stop();
}

async function visit({ ready }: RunningSandbox, { open }: TestBrowser, path: string): Promise<Visit> {
  const { page, context } = await open();
  await measureVitals(page);
  let scriptBytes = 0;
  let gzipBytes = 0;
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const isOurs = response.url().startsWith(ready.app) && response.request().resourceType() === 'script';
    if (!isOurs || !response.url().includes('/assets/')) return;
    const counted = response.body().then((body) => {
      scriptBytes += body.byteLength;
      gzipBytes += gzipSync(body).byteLength;
    });
    bodies.push(counted);
  });
  await page.goto(`${ready.admin}${path}`);
  const frame = await appFrame(page.frame('app-iframe'));
  await page.waitForLoadState('networkidle');
  await use(frame);
  await Promise.all(bodies);
  const vitals = await readVitals(frame);
  await context.close();
  return { ...vitals, scriptBytes, gzipBytes };
}

async function appFrame(frame: Frame | null): Promise<Frame> {
  if (!frame) throw new Error('The admin shows no app.');
  await frame.getByRole('heading').first().waitFor();
  return frame;
}

/** Goes through the page's first controls by keyboard, and clicks on what only changes what is shown. */
async function use(frame: Frame): Promise<void> {
  const page = frame.page();
  await frame.getByRole('heading').first().click();
  for (let press = 0; press < 8; press++) await page.keyboard.press('Tab');
  const shown = frame.locator('[role=tab], summary, input[type=text]:not([readonly])');
  for (const control of (await shown.all()).slice(0, 4)) {
    if (await control.isVisible()) await control.click();
  }
  await page.keyboard.type('abc');
  // The browser tells of an interaction with the frame after it.
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
}

function printVisits(path: string, visits: readonly Visit[]): void {
  const middle = (name: keyof Visit) => median(visits.map((each) => each[name]));
  const common = { vs_bare: null };
  const figure = (name: string, value: number, unit: string, target: number) =>
    printFigure({
      figure: `${path} ${name}`,
      value,
      unit,
      target: `<= ${target} ${unit}`.trim(),
      pass: value <= target,
      ...common,
    });
  figure('LCP', Math.round(middle('lcpMs')), 'ms', 2500);
  figure('CLS', rounded(middle('cls'), 3), '', 0.1);
  figure('INP', Math.round(middle('inpMs')), 'ms', 200);
  printFigure({
    figure: `${path} JavaScript`,
    value: Math.round(middle('gzipBytes') / 1024),
    unit: 'KiB gzip',
    vs_bare: null,
    target: 'none set',
    pass: true,
    unpacked_kib: Math.round(middle('scriptBytes') / 1024),
  });
}
