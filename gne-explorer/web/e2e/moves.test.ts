import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chromium, folder, open, page, run, setUp, shot } from './tab';

/** Rows of two kinds, with ids from a first number on. */
function rows(count: number, kinds: readonly number[], first: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length];
    return `c${first + i},${10 * kind + (i % 7)},${5 * kind - (i % 5)},${(i % 11) + kind}`;
  });
  return `id,u,v,w\n${lines.join('\n')}\n`;
}

setUp(async () => {
  const file = (name: string) => join(folder, name);
  writeFileSync(file('old.csv'), rows(80, [0, 1], 0));
  writeFileSync(file('new.csv'), rows(40, [1, 8], 80));
  writeFileSync(file('part-1.csv'), rows(60, [0, 1], 0));
  writeFileSync(file('part-2.csv'), rows(60, [1, 0], 0));
  const fit = ['--id', 'id', '--preset', 'fast', '--epochs', '8', '--quiet', '--out'];
  await run('fit', file('old.csv'), ...fit, file('old'));
  await run('grow', file('old'), file('new.csv'), '--epochs', '4', '--quiet', '--out', file('grown'));
  await run('export', file('grown'), '--format', 'html', '--out', file('grown.html'));
  await run('fit', `${folder}/part-*.csv`, '--file-column', 'month', '--by', 'month', ...fit, file('slices'));
  await run('export', file('slices'), '--format', 'html', '--out', file('slices.html'));
});

async function shownRows(): Promise<string> {
  return page.locator('.card[data-panel=columns] .note').first().innerText();
}

async function slide(name: string, to: number): Promise<void> {
  await page.getByRole('slider', { name, exact: true }).fill(String(to));
}

describe.skipIf(!chromium)('a map that lives', () => {
  it('shows the moves of old and new rows', async () => {
    await open(`file://${join(folder, 'grown.html')}`);
    const before = await shot();
    await page.locator('.segments label', { hasText: 'Moves' }).click();
    await expect.poll(shot).not.toBe(before);
    expect(await page.locator('[data-panel=layers] .legend').innerText()).toContain('where a row was on the map before');
    await slide('old and new rows', 1);
    await expect.poll(shownRows).toContain('80 rows of 120 shown');
    await slide('old and new rows', 3);
    await expect.poll(async () => (await shownRows()).split(' ')[0]).not.toBe('80');
    await slide('old and new rows', 0);
    await expect.poll(shownRows).toContain('All rows are shown');
  });

  it('has a slider over slices, and paths of the same id', async () => {
    await open(`file://${join(folder, 'slices.html')}`);
    await page.locator('.segments label', { hasText: 'Moves' }).click();
    await expect.poll(() => page.locator('[data-panel=layers] .legend').innerText()).toContain('where the same id was in the slice before');
    expect(await page.locator('[data-panel=layers] .legend').innerText()).toContain('Of 60 shown rows');
    await slide('slice', 2);
    await expect.poll(shownRows).toContain('60 rows of 120 shown');
    expect(await page.getByRole('slider', { name: 'slice', exact: true }).getAttribute('aria-valuetext')).toContain('part-2');
  });
});
