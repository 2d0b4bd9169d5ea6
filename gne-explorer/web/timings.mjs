// Times of the page in milliseconds: npm run timings -- file:///.../map.html
// "processor" is the time of the page's main thread: it does not depend on what else the machine does; drawing without a GPU takes more time in
// another process, which is not counted. "clock" is what a reader waits for; it needs a quiet machine.
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
  console.log('processor', name, ((await spent()) - before) / n);
}

/** The time until a layer is first drawn after `act`. */
async function appears(name, act) {
  await page.evaluate(() => {
    const [back, small] = [document.querySelector('canvas.back'), new OffscreenCanvas(64, 64)];
    const g = small.getContext('2d', { willReadFrequently: true });
    window.appeared = new Promise((resolve) => {
      let begin = 0;
      addEventListener('click', () => (begin ||= performance.now()), { capture: true, once: true });
      const look = () => {
        g.clearRect(0, 0, 64, 64);
        if (back.width) g.drawImage(back, 0, 0, 64, 64);
        if (begin && g.getImageData(0, 0, 64, 64).data.some((byte) => byte > 0)) resolve(performance.now() - begin);
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  await act();
  console.log('clock', name, await page.evaluate(() => window.appeared));
}

const opened = performance.now();
await page.goto(process.argv[2]);
await page.waitForSelector('html[data-ready=yes]');
console.log('clock load', performance.now() - opened);
await page.waitForTimeout(3000);
console.log('processor load', await spent());
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
// A second long move, as fast as the page takes it.
await page.evaluate(() => {
  window.frames_ = [];
  const tick = (now) => {
    window.frames_.push(now);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
});
for (const end = performance.now() + 2500, begin = end - 2500; performance.now() < end; ) {
  const at = performance.now() - begin;
  await page.mouse.move(box.x + 400 + 200 * Math.sin(at / 400), box.y + 300 + 100 * Math.cos(at / 300));
}
const times = await page.evaluate(() => window.frames_);
const between = times.slice(1).map((now, i) => now - times[i]).sort((a, b) => a - b);
console.log('clock pan, frames a second', (1000 * between.length) / (times.at(-1) - times[0]), 'median frame', between[between.length >> 1]);
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
    await appears(`layer ${layer}`, () => choice.click());
    await page.waitForTimeout(4000);
  });
  await page.locator('.segments label', { hasText: 'None' }).click();
  await page.waitForTimeout(300);
}
await browser.close();
