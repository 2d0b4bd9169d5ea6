// Processor time of the page's main thread, in milliseconds: npm run timings -- file:///.../map.html
// It does not depend on what else the machine does; drawing without a GPU takes more time in another process, which is not counted.
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
const spent = async () => 1000 * (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;

/** The time that one of `n` acts takes. */
async function cost(name, n, act) {
  const before = await spent();
  for (let i = 0; i < n; i++) await act(i);
  console.log(name, ((await spent()) - before) / n);
}

await page.goto(process.argv[2]);
await page.waitForSelector('html[data-ready=yes]');
await page.waitForTimeout(3000);
console.log('load', await spent());
const box = await page.locator('.map').boundingBox();
await cost('hover', 40, async (i) => {
  await page.mouse.move(box.x + 200 + ((i * 97) % 500), box.y + 150 + ((i * 61) % 400));
  await page.waitForTimeout(60);
});
await page.mouse.down();
await cost('pan', 40, async (i) => {
  await page.mouse.move(box.x + 400 + 3 * i, box.y + 300 + (i % 20));
  await page.waitForTimeout(40);
});
await page.mouse.up();
await page.getByRole('button', { name: 'Fit' }).click();
await page.waitForTimeout(1500);
const classes = page.locator('button.class');
await cost('filter', Math.min(6, await classes.count()), async (i) => {
  await classes.nth(i).click();
  await page.waitForTimeout(500);
});
for (const layer of ['Field', 'Density', 'Samples', 'Regions']) {
  const choice = page.locator('.segments label', { hasText: layer });
  if (!(await choice.count())) continue;
  await cost(`layer ${layer}`, 1, async () => {
    await choice.click();
    await page.waitForTimeout(4000);
  });
}
await browser.close();
