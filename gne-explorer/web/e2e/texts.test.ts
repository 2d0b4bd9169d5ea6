import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { box, chromium, drawn, fact, field, folder, gne, open, page, run, saved, setUp, shot } from './tab';

const TOPICS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['music', ['plays', 'records', 'converts', 'mixes'], ['songs and melodies', 'audio files', 'piano music', 'sound of an orchestra']],
  ['cooking', ['bakes', 'fries', 'serves', 'boils'], ['bread with butter', 'a soup of vegetables', 'fish in oil', 'a cake with sugar']],
  ['stars', ['watches', 'measures', 'photographs', 'counts'], ['planets and moons', 'distant galaxies', 'comets in the night sky', 'stars by a telescope']],
  ['ships', ['sails', 'repairs', 'loads', 'steers'], ['a boat in the harbour', 'cargo ships on the ocean', 'a yacht in the wind', 'the ferry to the island']],
];

/** Four topics of 96 texts. */
function texts(): string {
  const lines = ['text'];
  const who = ['the old man', 'a student', 'my sister', 'someone', 'the teacher', 'our neighbour'];
  for (const [, does, what] of TOPICS) for (const a of who) for (const b of does) for (const c of what) lines.push(`${a} ${b} ${c}`);
  return `${lines.join('\n')}\n`;
}

setUp(async () => {
  writeFileSync(join(folder, 'texts.csv'), texts());
  const input = [join(folder, 'texts.csv'), '--text', 'text'];
  await run('fit', ...input, '--preset', 'fast', '--epochs', '12', '--quiet', '--out', join(folder, 'texts'));
  await run('export', join(folder, 'texts'), '--format', 'html', '--out', join(folder, 'texts.html'));
});

/** The names on the map, as the SVG of the view has them, with the sizes of their letters. */
async function names(): Promise<{ text: string; size: number }[]> {
  const svg = await saved('View as SVG');
  return [...svg.matchAll(/<text [^>]*font-size="(\d+)"[^>]*>([^<]*)</g)].map(([, size, text]) => ({ text, size: Number(size) }));
}

describe.skipIf(!chromium)('a map of texts', () => {
  describe('in one file', () => {
    it('has names of clusters: few large ones far out, others when near', async () => {
      await open(`file://${join(folder, 'texts.html')}`);
      const far = await names();
      expect(far.length).toBeGreaterThanOrEqual(3);
      const large = far.filter(({ size }) => size >= 15);
      expect(large.length).toBeGreaterThanOrEqual(3);
      expect(large.length).toBeLessThanOrEqual(20);
      const { x, y, width, height } = await box();
      await page.getByRole('combobox', { name: 'search ids' }).fill('200');
      await page.getByRole('combobox', { name: 'search ids' }).press('Enter');
      await page.mouse.move(x + width / 2, y + height / 2);
      const near = await names();
      expect(near.map(({ text }) => text)).not.toEqual(far.map(({ text }) => text));
      await page.getByRole('button', { name: 'Fit' }).click();
      expect((await names()).map(({ text }) => text)).toEqual(far.map(({ text }) => text));
    });

    it.each(['light', 'dark'] as const)('draws and hides the names on a %s page', async (colorScheme) => {
      await open(`file://${join(folder, 'texts.html')}`, { colorScheme });
      const over = '.map canvas:last-of-type';
      const before = await drawn(over);
      await page.getByRole('checkbox', { name: 'names' }).uncheck();
      await expect.poll(() => drawn(over)).not.toBe(before);
      expect(await names()).toEqual([]);
      await page.getByRole('checkbox', { name: 'names' }).check();
      await expect.poll(() => drawn(over)).toBe(before);
    });

    it('colours and finds rows by their clusters', async () => {
      await open(`file://${join(folder, 'texts.html')}`);
      const before = await shot();
      await page.getByLabel('colour by').selectOption('cluster:0');
      await expect.poll(shot).not.toBe(before);
      const legend = page.locator('[data-panel=colour] .classes li');
      const first = (await legend.first().locator('.name').innerText()).trim();
      const count = Number(await legend.first().locator('.count').innerText());
      await field().fill(first);
      await field().press('Enter');
      expect(await page.locator('[data-panel=selection] h2').innerText()).toContain(String(count));
    });
  });

  describe('on a server', () => {
    let server: ChildProcess;

    beforeEach(async () => {
      server = spawn(gne, ['explore', join(folder, 'texts'), '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] });
      await open(await new Promise<string>((resolve) => server.stdout!.once('data', (line: Buffer) => resolve(String(line).trim()))));
    });

    afterEach(() => server.kill());

    it('is searched by meaning; the address keeps the question', async () => {
      await field().fill('astronomy');
      const options = page.locator('#found [role=option]');
      expect((await options.allInnerTexts()).at(-1)).toBe('closest in meaning to “astronomy”');
      const over = await drawn('.map canvas:last-of-type');
      await field().press('ArrowUp');
      await field().press('Enter');
      const panel = page.locator('[data-panel=meaning]');
      await expect.poll(() => panel.locator('li').count()).toBe(12);
      for (const line of await panel.locator('li').allInnerTexts()) expect(line).toMatch(/^0\.\d\d\s+.*(planets|galaxies|comets|stars)/);
      expect(await panel.locator('.words').innerText()).toMatch(/(stars|telescope|galaxies|comets|planets) \d+ %/);
      expect(await drawn('.map canvas:last-of-type')).not.toBe(over);
      await expect.poll(() => page.url()).toContain('ask=astronomy');
      const there = await fact('coordinates');
      await panel.getByRole('button', { name: 'Select the 50 closest' }).click();
      expect(await page.locator('[data-panel=selection] h2').innerText()).toContain('50');
      await page.reload();
      await page.waitForSelector('html[data-ready=yes]');
      await expect.poll(() => panel.locator('li').count()).toBe(12);
      expect(await fact('coordinates')).toBe(there);
      await panel.getByRole('button', { name: 'remove the search' }).click();
      expect(await panel.isVisible()).toBe(false);
    });
  });
});
