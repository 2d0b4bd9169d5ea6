import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Point, View } from '../src/map/view';
import { installed, launch } from './browser';

import { gne } from './tab';
const run = promisify(execFile);
const chromium = installed();

const ROWS = 600;

let folder: string;
let browser: Browser;
let page: Page;
let complaints: string[];

async function open(url: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.waitForSelector('html[data-ready=yes]');
}

function plane(name: string): Locator {
  return page.getByRole('application', { name: `Map of ${name}.` });
}

/** Where each row must appear on a map, in pixels of its panel, computed from the map's own file. */
async function screen(name: string, method: string): Promise<Point[]> {
  const [, ...lines] = readFileSync(join(folder, 'compared', method, 'embedding.csv'), 'utf8').trimEnd().split('\n');
  const places = Float32Array.from(lines.flatMap((line) => line.split(',').slice(1, 3).map(Number)));
  const { width, height } = (await plane(name).boundingBox())!;
  const view = View.around(places);
  view.resize(width, height);
  return lines.map((_, row) => view.toScreen(places[2 * row], places[2 * row + 1]));
}

/** How far each pixel in a screenshot of a panel is from white, 0-255. */
async function ink(name: string): Promise<(at: Point) => number> {
  const png = `data:image/png;base64,${(await plane(name).screenshot()).toString('base64')}`;
  const { width, height, far } = await page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const g = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    g.drawImage(image, 0, 0);
    const { data } = g.getImageData(0, 0, image.width, image.height);
    const far = Array.from({ length: image.width * image.height }, (_, i) => 255 - Math.min(...data.slice(4 * i, 4 * i + 3)));
    return { width: image.width, height: image.height, far };
  }, png);
  return ({ x, y }) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    return i >= 0 && j >= 0 && i < width && j < height ? far[j * width + i] : NaN;
  };
}

async function fact(name: string): Promise<string> {
  return page.locator(`.facts dt:text-is("${name}") + dd`).innerText();
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

beforeAll(async () => {
  if (!chromium) return;
  folder = mkdtempSync(join(tmpdir(), 'gne-compared-'));
  const compared = join(folder, 'compared');
  const data = ['mnist-test', '--limit', String(ROWS)];
  await run(gne, ['compare', ...data, '--methods', 'gne,tsne,pca', '--epochs', '8', '--quiet', '--out', compared]);
  await run(gne, ['export', compared, ...data, '--format', 'html', '--quiet']);
  browser = await launch(chromium);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true });
});

beforeEach(() => {
  complaints = [];
});

afterEach(async () => {
  await page?.close();
  expect(complaints).toEqual([]);
});

describe.skipIf(!chromium)('one file of a comparison', () => {
  beforeEach(async () => {
    await open(`file://${join(folder, 'compared', 'map.html')}`);
    await page.getByRole('checkbox', { name: 'names' }).uncheck();
  });

  it('highlights on all maps the rows that are selected on one', async () => {
    const before = await ink('PCA');
    const places = await screen('PCA', 'pca');
    // Each row is drawn where its file says. Rows under the mark of the nearest row are not visible.
    const marked = places[Number((await fact('nearest')).slice(4))];
    const seen = places.filter((at) => !Number.isNaN(before(at)) && Math.hypot(at.x - marked.x, at.y - marked.y) > 12);
    expect(seen.length).toBeGreaterThan(ROWS / 2);
    expect(Math.min(...seen.map(before))).toBeGreaterThan(60);

    await page.getByRole('button', { name: 'Lasso' }).click();
    const drawnOn = await screen('t-SNE', 'tsne');
    const { x, y, width, height } = (await plane('t-SNE').boundingBox())!;
    const [left, right, top, bottom] = [0.3 * width, 0.5 * width, 4, height - 4];
    await page.mouse.move(x + left, y + top);
    await page.mouse.down();
    for (const [dx, dy] of [[right, top], [right, bottom], [left, bottom]]) await page.mouse.move(x + dx, y + dy, { steps: 4 });
    await page.mouse.up();
    await page.locator('.fold', { hasText: 'Save and share' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Selection as CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8').trimEnd().split('\n').slice(1);
    const chosen = new Set(csv.map((line) => Number(line.split(',')[0])));
    expect(chosen.size).toBeGreaterThan(20);
    expect(chosen.size).toBeLessThan(ROWS - 20);
    drawnOn.forEach((at, row) => {
      // Pixels are whole numbers: a row on the line may be on either side.
      const within = Math.min(at.x - left, right - at.x, at.y - top, bottom - at.y);
      if (Math.abs(within) > 2) expect(chosen.has(row), `row ${row}`).toBe(within > 0);
    });

    await page.mouse.move(x + left, y - 60);
    const after = await ink('PCA');
    const near = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) < 10;
    const selected = places.filter((_, row) => chosen.has(row));
    const alone = places.filter((at, row) => !chosen.has(row) && !selected.some((other) => near(at, other)));
    const strength = (some: readonly Point[], pixels: (at: Point) => number) =>
      mean(some.map(pixels).filter((far) => !Number.isNaN(far)));
    expect(alone.length).toBeGreaterThan(10);
    expect(strength(selected, after)).toBeGreaterThan(0.8 * strength(selected, before));
    expect(strength(alone, after)).toBeLessThan(0.5 * strength(alone, before));

    await plane('PCA').press('Escape');
    expect(await page.locator('h2:has-text("Selection")').isVisible()).toBe(false);
    await expect.poll(async () => strength(alone, await ink('PCA'))).toBeGreaterThan(0.9 * strength(alone, before));
  });

  it('marks on all maps the row under the pointer on one', async () => {
    const on = await screen('PCA', 'pca');
    const { x, y } = (await plane('PCA').boundingBox())!;
    const rings = new Set<string>();
    for (const row of [5, 17]) {
      await page.mouse.move(x + on[row].x, y + on[row].y);
      // Another row may lie on the same pixel.
      await expect.poll(() => fact('nearest')).toMatch(/^row \d+$/);
      const told = Number((await fact('nearest')).slice(4));
      expect(Math.hypot(on[told].x - on[row].x, on[told].y - on[row].y)).toBeLessThan(2);
      expect(await fact('distance')).toBe('0');
      const centre = (await screen('t-SNE', 'tsne'))[told];
      const ring = await plane('t-SNE')
        .locator('canvas')
        .last()
        .evaluate((canvas, { x, y }) => {
          const g = (canvas as HTMLCanvasElement).getContext('2d')!;
          return [0, 1, 2, 3].map((quarter) => {
            const turn = (quarter * Math.PI) / 2;
            return g.getImageData(Math.floor(x + 6 * Math.cos(turn)), Math.floor(y + 6 * Math.sin(turn)), 1, 1).data[3];
          });
        }, centre);
      expect(Math.min(...ring), `row ${told}`).toBeGreaterThan(100);
      rings.add(String(told));
    }
    expect(rings.size).toBe(2);
  });

  it('can be used with the keyboard', async () => {
    const button = page.getByRole('button', { name: 't-SNE large' });
    const small = (await plane('t-SNE').boundingBox())!;
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await plane('t-SNE').boundingBox())!.height).toBeGreaterThan(1.5 * small.height);
    await page.keyboard.press('Tab');
    const row = await fact('nearest');
    for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => fact('nearest')).not.toBe(row);
    await page.keyboard.press('Enter');
    expect(await page.locator('.pinned').count()).toBe(1);
    await page.getByRole('button', { name: 'Other maps' }).press('Enter');
    expect(await plane('t-SNE').isVisible()).toBe(false);
    expect(await plane('PCA').isVisible()).toBe(false);
  });
});

describe.skipIf(!chromium)('a comparison from a server', () => {
  let server: ChildProcess;

  beforeEach(async () => {
    const args = ['explore', join(folder, 'compared'), 'mnist-test', '--limit', String(ROWS), '--no-browser'];
    server = spawn(gne, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await open(await new Promise<string>((resolve) => server.stdout!.once('data', (line: Buffer) => resolve(String(line).trim()))));
  });

  afterEach(() => server.kill());

  it('shows the other maps in the order in which they were made', async () => {
    expect(await page.locator('.others h2').allInnerTexts()).toEqual(['t-SNE', 'PCA']);
    await page.getByRole('checkbox', { name: 'names' }).uncheck();
    const places = await screen('t-SNE', 'tsne');
    await expect.poll(async () => mean(places.map(await ink('t-SNE')).filter((far) => !Number.isNaN(far)))).toBeGreaterThan(100);
  });
});
