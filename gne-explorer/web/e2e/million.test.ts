import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { box, chromium, coloured, drag, fact, folder, open, page, run, setUp } from './tab';

const ROWS = 1_000_000;

/** The page of a small map, with a million rows around four places instead of its own. */
function withMillion(html: string): string {
  const places = new Float32Array(2 * ROWS);
  const classes = new Int32Array(ROWS);
  let seed = 1;
  const uniform = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let row = 0; row < ROWS; row++) {
    classes[row] = row % 4;
    const far = Math.sqrt(-2 * Math.log(uniform())) / 4;
    const angle = 2 * Math.PI * uniform();
    places[2 * row] = (row % 2 ? 1 : -1) + far * Math.cos(angle);
    places[2 * row + 1] = (row % 4 < 2 ? 1 : -1) + far * Math.sin(angle);
  }
  const payloads = { embedding: places, classes, errors: new Float32Array(ROWS).fill(0.01) };
  let changed = html.replace(/<script id="payload-(rows|ids|clusters)"[^>]*>[^<]*<\/script>\n/g, '');
  for (const [name, values] of Object.entries(payloads)) {
    const packed = gzipSync(Buffer.from(values.buffer), { level: 1 }).toString('base64');
    changed = changed.replace(new RegExp(`(<script id="payload-${name}"[^>]*>)[^<]*`), (_, tag: string) => tag + packed);
  }
  return changed.replace(/(<script id="description"[^>]*>)([^<]*)/, (_, tag: string, json: string) => {
    const { clusters, ...kept } = JSON.parse(json) as Record<string, unknown> & { payloads: string[] };
    return tag + JSON.stringify({ ...kept, rows: ROWS, payloads: kept.payloads.filter((name) => !['rows', 'ids', 'clusters'].includes(name)) }).replaceAll('<', '\\u003c');
  });
}

setUp(async () => {
  const lines = ['a,b,kind', ...Array.from({ length: 120 }, (_, i) => `${i % 4},${(i * 7) % 11},${['oak', 'elm', 'ash', 'fir'][i % 4]}`)];
  writeFileSync(join(folder, 'few.csv'), `${lines.join('\n')}\n`);
  const input = [join(folder, 'few.csv'), '--label', 'kind'];
  await run('fit', ...input, '--preset', 'fast', '--epochs', '4', '--quiet', '--out', join(folder, 'few'));
  await run('export', join(folder, 'few'), ...input, '--format', 'html', '--out', join(folder, 'few.html'));
  writeFileSync(join(folder, 'million.html'), withMillion(readFileSync(join(folder, 'few.html'), 'utf8')));
});

describe.skipIf(!chromium)('a million rows', () => {
  beforeEach(() => open(`file://${join(folder, 'million.html')}`));

  it('are drawn, moved, filtered and selected', async () => {
    expect(await page.locator('header').innerText()).toContain('1,000,000 rows');
    await expect.poll(coloured).toBeGreaterThan(50_000);
    const before = await coloured();
    await drag([400, 300], [500, 340], [300, 420]);
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.locator('button.class', { hasText: 'fir' }).click();
    await expect.poll(() => page.locator('[data-panel=columns] [role=status]').innerText()).toContain('750,000 rows');
    await expect.poll(coloured).toBeLessThan(0.9 * before);
    await page.getByRole('button', { name: 'Lasso' }).click();
    const { width, height } = await box();
    await drag([2, 2], [width / 2, 2], [width / 2, height - 2], [2, height - 2]);
    const heading = page.locator('[data-panel=selection] h2');
    await expect.poll(async () => (await heading.isVisible()) && Number(/[\d,]+/.exec(await heading.innerText())![0].replaceAll(',', ''))).toBeGreaterThan(200_000);
    await page.mouse.move((await box()).x + width / 4, (await box()).y + height / 4);
    expect(await fact('nearest')).toMatch(/^row \d+$/);
  });
});
