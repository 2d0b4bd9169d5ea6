import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { installed, launch } from '../e2e/browser';

const root = fileURLToPath(new URL('../../..', import.meta.url));

// Takes the screenshot in the README: npm run screenshots. FIT names the folder of a fit of MNIST; without it one is fitted.
test('the explorer on MNIST', { timeout: 1_200_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gne-screenshots-'));
  const gne = (...args: string[]) => execFileSync(join(root, 'gne'), args, { stdio: 'inherit' });
  const fit = process.env.FIT ?? join(folder, 'fit');
  if (!process.env.FIT) gne('fit', 'mnist', '--quiet', '--out', fit);
  gne('export', fit, 'mnist', '--format', 'html', '--out', join(folder, 'map.html'));
  const browser = await launch(installed()!);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    await page.goto(`file://${join(folder, 'map.html')}`);
    await page.waitForSelector('html[data-ready=yes]');
    await page.locator('.segments label', { hasText: 'Samples' }).click();
    for (const [x, y] of [
      [120, 300],
      [360, 170],
      [760, 330],
    ]) {
      await page.mouse.dblclick(x, y);
    }
    await page.mouse.move(520, 420);
    // Wait for the decoded layer: until it no longer changes.
    let last = '';
    for (;;) {
      await page.waitForTimeout(500);
      const now = await page.locator('canvas.back').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
      if (now === last) break;
      last = now;
    }
    await page.screenshot({ path: join(root, 'docs/images/explorer.jpg'), quality: 82 });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
