import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import UPNG from 'upng-js';
import { test } from 'vitest';
import { installed, launch } from '../e2e/browser';
import { run } from '../e2e/tab';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What is done on a page before its picture is taken. */
interface Picture {
  readonly name: string;
  readonly map: 'digits' | 'penguins' | 'towns';
  readonly dark?: true;
  readonly phone?: true;
  readonly act: (page: Page) => Promise<void>;
}

async function lasso(page: Page, corners: readonly (readonly [number, number])[]): Promise<void> {
  await page.getByRole('button', { name: 'Lasso' }).click();
  await page.mouse.move(...corners[0]);
  await page.mouse.down();
  for (const corner of corners) await page.mouse.move(...corner, { steps: 6 });
  await page.mouse.up();
}

const layer = (page: Page, name: string) => page.locator('.segments label', { hasText: name }).click();
const scrollTo = (page: Page, panel: string) => page.locator(`[data-panel=${panel}]`).evaluate((part) => part.scrollIntoView());

const PICTURES: readonly Picture[] = [
  {
    name: 'digits',
    map: 'digits',
    act: async (page) => {
      await layer(page, 'Samples');
      await page.mouse.move(470, 380);
    },
  },
  {
    name: 'selection',
    map: 'digits',
    dark: true,
    act: async (page) => {
      await lasso(page, [[640, 180], [905, 180], [905, 440], [640, 440]]);
      await scrollTo(page, 'selection');
    },
  },
  {
    name: 'penguins',
    map: 'penguins',
    act: async (page) => {

      await layer(page, 'Field');
      await page.getByLabel('field', { exact: true }).selectOption({ label: 'body_mass_g' });
      await page.getByLabel('colour by').selectOption('data:body_mass_g');
      await scrollTo(page, 'layers');
    },
  },
  {
    name: 'filters',
    map: 'penguins',
    act: async (page) => {
      await page.getByLabel('bill_length_mm from').fill('18');
      await page.locator('[data-panel=columns] .category', { hasText: 'Biscoe' }).click();
      await page.getByRole('button', { name: 'Table' }).click();
      await scrollTo(page, 'columns');
    },
  },
  {
    name: 'change',
    map: 'penguins',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'search ids' }).fill('5');
      await page.getByRole('combobox', { name: 'search ids' }).press('Enter');
      await page.getByRole('button', { name: 'Fit' }).click();
      await page.getByRole('button', { name: 'What must change?' }).click();
      await page.getByLabel('goal').selectOption({ label: 'label Gentoo' });
      await page.getByRole('button', { name: 'Find the way' }).click();
      await scrollTo(page, 'change');
    },
  },
  {
    name: 'tags',
    map: 'penguins',
    dark: true,
    act: async (page) => {
      const tag = async (corners: readonly (readonly [number, number])[], name: string) => {
        await lasso(page, corners);
        await page.getByRole('button', { name: 'Tag …' }).click();
        await page.getByLabel('name of the tag').fill(name);
        await page.getByRole('button', { name: /^Tag \d+ row/ }).click();
      };
      await tag([[440, 80], [620, 80], [620, 300], [440, 300]], 'measure again');
      await tag([[560, 330], [670, 330], [670, 410], [560, 410]], 'ask the warden');
      await page.getByRole('button', { name: 'Clear' }).first().click();
      await page.getByLabel('colour by').selectOption('tag');
      await page.mouse.move(480, 252);
      await scrollTo(page, 'tags');
    },
  },
  { name: 'towns', map: 'towns', act: (page) => scrollTo(page, 'colour') },
  { name: 'phone', map: 'digits', phone: true, act: (page) => page.touchscreen.tap(150, 260) },
];

/** Two hundred towns of different sizes in five numbers. */
function towns(): string {
  let seed = 1;
  const uniform = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const centres = Array.from({ length: 200 }, () => Array.from({ length: 5 }, () => 6 * normal()));
  const lines = Array.from({ length: 4000 }, () => {
    const town = Math.min(199, Math.floor(-50 * Math.log(uniform())));
    return [...centres[town].map((at) => (at + 0.6 * normal()).toFixed(3)), `town ${town}`].join(',');
  });
  return `a,b,c,d,e,town\n${lines.join('\n')}\n`;
}

// Takes the pictures of docs/gallery.md: npm run screenshots -- gallery. They have 256 colours.
test('the gallery', { timeout: 1_200_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gne-gallery-'));
  writeFileSync(join(folder, 'towns.csv'), towns());
  const inputs = {
    digits: ['mnist', '--limit', '5000'],
    penguins: [join(root, 'docs/data/penguins.csv'), '--label', 'species'],
    towns: [join(folder, 'towns.csv'), '--label', 'town'],
  };
  for (const [name, input] of Object.entries(inputs)) {
    const out = join(folder, name);
    await run('fit', ...input, '--preset', 'fast', '--quiet', '--out', out);
    await run('export', out, ...input, '--format', 'html', '--quiet', '--out', `${out}.html`);
  }
  const browser = await launch(installed()!);
  try {
    for (const { name, map, dark, phone, act } of PICTURES) {
      const viewport = phone ? { width: 390, height: 844 } : { width: 1280, height: 800 };
      const page = await browser.newPage({ viewport, colorScheme: dark ? 'dark' : 'light', hasTouch: phone, isMobile: phone });
      await page.goto(`file://${join(folder, `${map}.html`)}`);
      await page.waitForSelector('html[data-ready=yes]');
      await act(page);
      // Until nothing changes any more: layers are decoded in the background.
      let last = '';
      for (let now = ''; ; last = now) {
        await page.waitForTimeout(700);
        now = (await page.screenshot()).toString('base64');
        if (now === last) break;
      }
      const png = Buffer.from(last, 'base64');
      const image = UPNG.decode(png.buffer.slice(png.byteOffset, png.byteOffset + png.length));
      writeFileSync(join(root, `docs/images/gallery-${name}.png`), Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 256)));
      await page.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
