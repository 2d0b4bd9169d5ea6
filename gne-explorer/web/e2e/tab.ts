import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { installed, launch } from './browser';

/** The command; GNE names another one, so that tests need no build. */
export const gne = process.env.GNE ?? fileURLToPath(new URL('../../../gne', import.meta.url));
/** Not execFileSync: if gne has to be built first, the test runner would think that this process is dead. */
export const run = async (...args: string[]): Promise<string> => (await promisify(execFile)(gne, args)).stdout;
export const chromium = installed();
if (!chromium) console.warn('page: no Chromium found; the tests in a browser are skipped');

export const HOSTILE = '<script>window.hacked=1</script>';

export let folder: string;
export let browser: Browser;
export let page: Page;
export let complaints: string[] = [];
export let asked: string[] = [];

/** Opens a page, and collects its errors and its requests. */
export async function open(url: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', ...options });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(url);
  await page.waitForSelector('html[data-ready=yes]');
}

export async function box(): Promise<{ x: number; y: number; width: number; height: number }> {
  return (await page.locator('.map').boundingBox())!;
}

/** The search field. */
export function field(): Locator {
  return page.getByRole('combobox', { name: 'search ids' });
}

/** A fact about the spot, by name. */
export async function fact(name: string): Promise<string> {
  return page.locator(`.facts dt:text-is("${name}") + dd`).innerText();
}

/** Unfolds a part of the side panel. */
export async function unfold(name: string): Promise<void> {
  const fold = page.locator('.fold', { hasText: name });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
}

/** The content of a file that a button of the page saves. */
export async function saved(button: string): Promise<string> {
  await unfold('Save and share');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return readFileSync(await download.path(), 'utf8');
}

/** The heading of a table without the columns of clusters, whose number depends on the map. */
export function withoutClusters(head: string): string {
  return head.replace(/(large |middle |small )?clusters,/g, '');
}

/** A screenshot of the map, in base 64. */
export async function shot(): Promise<string> {
  return (await page.locator('.map').screenshot()).toString('base64');
}

/** The pixels of a canvas, as text. */
export function drawn(selector: string): Promise<string> {
  return page.locator(selector).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
}

/** The number of coloured pixels in a screenshot of the map. */
export async function coloured(): Promise<number> {
  const png = `data:image/png;base64,${await shot()}`;
  return page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const g = canvas.getContext('2d')!;
    g.drawImage(image, 0, 0);
    const { data } = g.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const channels = [data[i], data[i + 1], data[i + 2]];
      if (Math.max(...channels) - Math.min(...channels) > 40) count++;
    }
    return count;
  }, png);
}

export async function drag(from: [number, number], ...to: [number, number][]): Promise<void> {
  const { x, y } = await box();
  await page.mouse.move(x + from[0], y + from[1]);
  await page.mouse.down();
  for (const [dx, dy] of to) await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

/** A browser and a folder for all tests of a file; the page of each test has no errors. */
export function setUp(prepare: () => Promise<void>): void {
  beforeAll(async () => {
    if (!chromium) return;
    folder = mkdtempSync(join(tmpdir(), 'gne-page-'));
    await prepare();
    browser = await launch(chromium);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    if (folder && existsSync(folder)) rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    complaints.length = 0;
    asked.length = 0;
  });
  afterEach(async () => {
    await page?.close();
    expect(complaints).toEqual([]);
  });
}

/** A page without the usual preparations, which the test closes by itself. */
export async function bare(): Promise<Page> {
  page = await browser.newPage();
  return page;
}
