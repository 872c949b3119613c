import { PHONE, startBrowser } from './browser.ts';
import { startEmbeddedApp } from './embedded-app.ts';
import { sampleOverview } from './overview.ts';

const app = await startEmbeddedApp({
  activity: {
    overview: async () => {
      await new Promise((r) => setTimeout(r, 500));
      return sampleOverview();
    },
  },
});
const b = await startBrowser();
try {
  const { page, faults } = await b.open();
  page.on('requestfailed', (r) => console.log('FAILED', r.url(), r.failure()?.errorText));
  page.on('response', (r) => {
    if (r.status() >= 300) console.log(r.status(), r.url());
  });
  await page.goto(app.admin.appPage);
  const frame = page.frameLocator('iframe');
  try {
    await frame.getByRole('heading', { name: 'Last rate requests' }).waitFor({ timeout: 8000 });
  } catch (e) {
    console.log(String(e).slice(0, 300));
    console.log(
      await page
        .frames()[1]
        ?.content()
        .then((c) => c.slice(0, 1500)),
    );
  }
  await page.screenshot({ path: '/tmp/shots/desktop.png' });
  const h = await page
    .frames()[1]
    .evaluate(() => document.documentElement.scrollHeight)
    .catch(() => 900);
  await page.setViewportSize({ width: 1280, height: h + 120 });
  await frame.locator('button[aria-expanded]').first().click();
  await page.waitForTimeout(300);
  const h2 = await page.frames()[1].evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 1280, height: h2 + 120 });
  await page.screenshot({ path: '/tmp/shots/desktop-full.png' });
  console.log(page.url(), faults, app.exchanges, [...app.sessions.keys()]);
  const ph = await b.open(PHONE);
  await ph.page.goto(app.admin.appPage);
  const pf = ph.page.frameLocator('iframe');
  await pf.getByRole('heading', { name: 'Last rate requests' }).waitFor({ timeout: 8000 });
  await pf.locator('button[aria-expanded]').first().click();
  await ph.page.waitForTimeout(300);
  const h3 = await ph.page.frames()[1].evaluate(() => document.documentElement.scrollHeight);
  await ph.page.setViewportSize({ width: 390, height: h3 + 120 });
  await ph.page.screenshot({ path: '/tmp/shots/phone.png' });
  console.log(ph.faults);
} finally {
  await b.close();
  await app.close();
}
