import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { box, chromium, coloured, complaints, drag, fact, field, folder, gne, open, page, run, setUp, shot } from './tab';

/** Stones of 60 places with their prices; every tenth price is not known. */
function stonesTable(): string {
  const lines = ['size,weight,cut,price,place'];
  for (let i = 0; i < 600; i++) {
    const wave = Math.sin(i * 12.9898) * 43758.5453;
    const size = 1 + (wave - Math.floor(wave));
    const price = i % 10 ? (100 * size ** 3).toFixed(2) : '';
    lines.push(`${size},${size * (1 + (i % 7) / 100)},${['round', 'square', 'oval'][i % 3]},${price},place ${i % 60}`);
  }
  return `${lines.join('\n')}\n`;
}

setUp(async () => {
  writeFileSync(join(folder, 'stones.csv'), stonesTable());
  for (const label of ['price', 'place']) {
    const stones = [join(folder, 'stones.csv'), '--label', label];
    const columns = ['--columns', 'size,weight,cut'];
    await run('fit', ...stones, ...columns, '--preset', 'fast', '--epochs', '20', '--quiet', '--out', join(folder, label));
    await run('export', join(folder, label), ...stones, '--format', 'html', '--out', join(folder, `${label}.html`));
  }
});

describe.skipIf(!chromium)('labels that are numbers', () => {
  beforeEach(() => open(`file://${join(folder, 'price.html')}`));

  it('are coloured on a scale, and rows without one are counted', async () => {
    const choices = await page.getByLabel('colour by').locator('option').allInnerTexts();
    expect(choices[0]).toBe('price (label)');
    expect(choices[1]).toBe('tag');
    expect(choices[2]).toMatch(/^size \(\d+ % explained\)$/);
    expect(choices).toEqual(expect.arrayContaining(['cut', 'cut: round, decoded', 'reconstruction error']));
    const legend = page.locator('[data-panel=colour] .legend');
    await expect.poll(() => legend.innerText()).toMatch(/not known\s+60/);
    const ends = (await legend.locator('.ends span').allInnerTexts()).map(Number);
    expect(ends[0]).toBeGreaterThan(100);
    expect(ends[1]).toBeGreaterThan(ends[0] + 400);
    await expect.poll(coloured).toBeGreaterThan(300);
    expect(await page.getByLabel('layer under the points').innerText()).not.toContain('Regions');
  });

  it('are shown for the nearest row, and as the mean of a selection', async () => {
    await field().fill('7');
    await field().press('Enter');
    await expect.poll(() => fact('price')).toMatch(/^\d+(\.\d+)?$/);
    expect(await fact('explained')).toMatch(/^-?\d+ %$/);
    // The search has zoomed to the row.
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.getByRole('button', { name: 'Lasso' }).click();
    const { width, height } = await box();
    await drag([4, 4], [width - 4, 4], [width - 4, height - 4], [4, height - 4], [4, 6]);
    await expect.poll(() => fact('price not known')).toBe('60');
    const [own, all] = (await fact('mean price')).match(/[\d.]+/g)!.map(Number);
    expect(own).toBeCloseTo(all, 6);
  });
});

describe.skipIf(!chromium)('many classes', () => {
  beforeEach(() => open(`file://${join(folder, 'place.html')}`));

  it('the largest are listed, the others share a line that hides all of them', async () => {
    const legend = page.locator('.classes li');
    expect(await legend.count()).toBe(41);
    expect(await legend.nth(40).innerText()).toMatch(/^other \(20 classes\)\s+200$/);
    const before = await shot();
    await legend.nth(40).getByRole('button').click();
    await expect.poll(shot).not.toBe(before);
    expect(await legend.nth(40).getByRole('button').getAttribute('aria-pressed')).toBe('false');
    expect(await legend.nth(0).getByRole('button').getAttribute('aria-pressed')).toBe('true');
  });

  it('a category is a bar of its probabilities', async () => {
    const segments = page.locator('.card-sample .segment');
    expect(await segments.count()).toBe(3);
    const widths = await segments.evaluateAll((all) => all.map((each) => Number.parseFloat((each as HTMLElement).style.width)));
    expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 2);
  });
});

describe.skipIf(!chromium)('a running fit', () => {
  let training: ChildProcess;
  let out: string;

  beforeEach(async () => {
    out = join(folder, 'live');
    training = spawn(gne, ['fit', 'mnist-test', '--limit', '1500', '--epochs', '5000', '--quiet', '--serve', '--no-browser', '--out', out], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve) => training.stdout!.once('data', (line: Buffer) => resolve(String(line).trim())));
    await open(url);
  });

  afterEach(() => training.kill());

  it('is shown, paused, resumed, stopped and saved', async () => {
    const epoch = async () => Number((await fact('epoch')).split(' ')[0].replace(',', ''));
    await expect.poll(epoch).toBeGreaterThan(2);
    await expect.poll(coloured).toBeGreaterThan(500);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    // The current batch may end an epoch; after that no further epoch ends.
    const held = await epoch();
    await page.waitForTimeout(1000);
    expect((await epoch()) - held).toBeLessThanOrEqual(1);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect.poll(epoch).toBeGreaterThan(held);
    await page.getByRole('button', { name: 'Stop and save' }).click();
    await page.getByRole('button', { name: 'Lasso' }).waitFor();
    await expect.poll(() => page.locator('.card-sample canvas').count()).toBe(2);
    expect(Number((await run('info', out, '--json')).match(/"epochs"\s*:\s*(\d+)/)![1])).toBeGreaterThan(held);
  });

  it('accepts requests of its own page only', async () => {
    const answers = await page.evaluate(async () => {
      const post = async (headers: Record<string, string>) => (await fetch('/live/stop', { method: 'POST', headers })).status;
      return [await post({}), await post({ 'X-Gne-Token': 'guessed' })];
    });
    expect(answers).toEqual([403, 403]);
    expect(complaints.splice(0).every((text) => text.includes('403'))).toBe(true);
    const epoch = await fact('epoch');
    await expect.poll(() => fact('epoch')).not.toBe(epoch);
  });
});
