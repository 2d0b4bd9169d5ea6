import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { box, chromium, coloured, drag, drawn, fact, field, folder, open, page, run, saved, setUp, shot, unfold, withoutClusters } from './tab';

const ROWS = 360;

/** Birds of three species. Every ninth mass and every seventh habitat is missing. */
function birds(): { csv: string; mass: (number | null)[]; species: string[] } {
  const lines = ['name,species,wing,mass,habitat,migrates'];
  const mass: (number | null)[] = [];
  const species: string[] = [];
  for (let i = 0; i < ROWS; i++) {
    const wave = Math.sin(i * 12.9898) * 43758.5453;
    const noise = wave - Math.floor(wave);
    const kind = i % 3;
    const heavy = i % 9 === 8 ? null : Math.round(1000 * (kind + 1) + 300 * noise);
    mass.push(heavy);
    species.push(['tern', 'gull', 'swan'][kind]);
    const habitat = i % 7 === 6 ? '' : ['sea', 'coast', 'lake'][(kind + Number(noise > 0.9)) % 3];
    lines.push(`bird ${i},${species[i]},${(20 + 15 * kind + 3 * noise).toFixed(2)},${heavy ?? ''},${habitat},${kind === 0 ? 'true' : 'false'}`);
  }
  return { csv: `${lines.join('\n')}\n`, mass, species };
}

const DATA = birds();

setUp(async () => {
  writeFileSync(join(folder, 'birds.csv'), DATA.csv);
  const given = [join(folder, 'birds.csv'), '--label', 'species', '--id', 'name'];
  await run('fit', ...given, '--preset', 'fast', '--epochs', '20', '--quiet', '--out', join(folder, 'birds'));
  await run('export', join(folder, 'birds'), ...given, '--format', 'html', '--out', join(folder, 'birds.html'));
});

const url = () => `file://${join(folder, 'birds.html')}`;

/** The number of shown rows. */
async function shown(): Promise<number> {
  const text = await page.locator('[data-panel=columns] [role=status]').innerText();
  return text.startsWith('All') ? ROWS : Number(/^\d+/.exec(text)![0]);
}

async function lasso(left: number, right: number, key?: 'Shift' | 'Alt'): Promise<void> {
  const { width, height } = await box();
  if (key) await page.keyboard.down(key);
  await drag([left * width, 2], [right * width, 2], [right * width, height - 2], [left * width, height - 2]);
  if (key) await page.keyboard.up(key);
}

async function selected(): Promise<number> {
  const heading = page.locator('[data-panel=selection] h2');
  return (await heading.isVisible()) ? Number(/[\d,]+/.exec(await heading.innerText())![0].replace(',', '')) : 0;
}

describe.skipIf(!chromium)('a table with gaps and categories', () => {
  beforeEach(() => open(url()));

  it('is coloured by categories and numbers, and missing values have a line in the legend', async () => {
    const legend = page.locator('[data-panel=colour] .legend');
    await page.getByLabel('colour by').selectOption('data:habitat');
    await expect.poll(() => legend.innerText()).toMatch(/missing\s+51/);
    expect(await legend.locator('.mark4').count()).toBe(1);
    await page.getByLabel('colour by').selectOption('data:mass');
    await expect.poll(() => legend.innerText()).toMatch(/missing\s+40/);
    await page.getByLabel('colour by').selectOption('decoded:habitat=lake');
    await expect.poll(() => legend.locator('.ends').innerText()).toMatch(/^\d+ %\s+\d+ %$/);
  });

  it('is filtered by ranges and categories; the address keeps it, and back undoes it', async () => {
    const from = page.getByLabel('mass from');
    await from.focus();
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
    const lowest = 1000 + 0.5 * (Math.max(...DATA.mass.map((m) => m ?? 0)) - 1000);
    const heavy = await shown();
    expect(Math.abs(heavy - DATA.mass.filter((m) => m !== null && m >= lowest).length)).toBeLessThan(20);
    await expect.poll(() => page.url()).toContain('filter=');
    await page.locator('[data-panel=columns] .category', { hasText: 'swan' }).click();
    expect(await shown()).toBeLessThan(heavy);
    await expect.poll(() => decodeURIComponent(page.url())).toContain(':label');
    const both = await shown();
    const now = await shot();
    await page.reload();
    await page.waitForSelector('html[data-ready=yes]');
    await expect.poll(shown).toBe(both);
    await expect.poll(shot).toBe(now);
    await page.goBack();
    await expect.poll(shown).toBe(heavy);
    await page.goForward();
    await expect.poll(shown).toBe(both);
    await page.getByRole('button', { name: 'Show all rows' }).click();
    expect(await shown()).toBe(ROWS);
  });

  it('hidden rows are in no layer, and the pointer does not find them', async () => {
    for (const name of ['points', 'names']) await page.getByRole('checkbox', { name }).uncheck();
    await page.locator('.segments label', { hasText: 'Regions' }).click();
    const all = await coloured();
    await page.locator('button.class', { hasText: 'gull' }).click();
    await page.locator('button.class', { hasText: 'swan' }).click();
    await expect.poll(coloured).toBeLessThan(0.6 * all);
    const { x, y, width, height } = await box();
    for (const [i, j] of [[0.2, 0.3], [0.8, 0.3], [0.5, 0.8]]) {
      await page.mouse.move(x + i * width, y + j * height);
      expect(await fact('label')).toBe('tern');
    }
    const before = await drawn('canvas.back');
    await page.locator('.segments label', { hasText: 'Density' }).click();
    await expect.poll(() => drawn('canvas.back')).not.toBe(before);
  });

  it('selects with a lasso, adds with Shift, takes out with Alt, inverts, isolates and undoes', async () => {
    await page.getByRole('button', { name: 'Lasso' }).click();
    await lasso(0.02, 0.5);
    const left = await selected();
    expect(left).toBeGreaterThan(10);
    await lasso(0.5, 0.98, 'Shift');
    const both = await selected();
    expect(both).toBeGreaterThan(left);
    await lasso(0.02, 0.5, 'Alt');
    expect(Math.abs((await selected()) - (both - left))).toBeLessThanOrEqual(2);
    await page.locator('.map').focus();
    await page.keyboard.press('u');
    expect(await selected()).toBe(both);
    await page.keyboard.press('u');
    expect(await selected()).toBe(left);
    await page.getByRole('button', { name: 'Isolate' }).click();
    expect(await shown()).toBe(left);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await shown()).toBe(ROWS);
    await page.getByRole('button', { name: 'Invert' }).click();
    expect(await selected()).toBe(ROWS - left);
  });

  it('says what sets real rows apart', async () => {
    await field().fill('tern');
    await field().press('Enter');
    expect(await selected()).toBe(120);
    const lines = page.locator('.difference');
    await lines.first().waitFor();
    const texts = (await lines.allInnerTexts()).join('\n');
    const known = DATA.mass.filter((m, i) => m !== null && DATA.species[i] === 'tern') as number[];
    expect(texts).toContain(`selection ${Number((known.reduce((a, b) => a + b) / known.length).toPrecision(4))}`);
    expect(texts).toContain('migrates: ');
    expect(await lines.first().locator('svg').count()).toBe(2);
  });

  it('the search is a combobox: arrow keys, a named hit, and all rows that contain a text', async () => {
    await field().fill('bird 35');
    const options = page.locator('#found [role=option]');
    expect(await options.allInnerTexts()).toEqual(['bird 35', ...Array.from({ length: 10 }, (_, i) => `bird ${350 + i}`), 'select all 11 rows with “bird 35”']);
    await field().press('ArrowDown');
    expect(await field().getAttribute('aria-activedescendant')).toBe('found-1');
    await field().press('Enter');
    expect(await fact('nearest')).toBe('bird 350');
    await expect.poll(() => page.url()).toContain('row=350');
    await field().fill('bird 35');
    await field().press('ArrowUp');
    await field().press('Enter');
    expect(await selected()).toBe(11);
  });

  it('has a table of all rows, sorted and linked', async () => {
    await page.getByRole('button', { name: 'Table' }).click();
    const table = page.getByRole('table');
    const cells = (column: number) => table.locator(`tbody tr:not(.space) td:nth-child(${column})`).allInnerTexts();
    await expect.poll(async () => (await cells(1)).length).toBeGreaterThan(5);
    expect(await table.locator('tbody tr').count()).toBeLessThan(60);
    const heads = await table.locator('th').allInnerTexts();
    expect(heads.map((head) => head.trim()).filter((head) => !head.endsWith('clusters'))).toEqual(['row', 'label', 'wing', 'mass', 'habitat', 'migrates', 'reconstruction error', 'explained share of the row', 'id']);
    await table.getByRole('button', { name: 'mass' }).click();
    await table.getByRole('button', { name: 'mass' }).click();
    const heaviest = Math.max(...DATA.mass.map((m) => m ?? 0));
    await expect.poll(async () => (await cells(4))[0]).toBe(String(heaviest));
    await page.locator('.table-scroll').evaluate((scroll) => (scroll.scrollTop = scroll.scrollHeight));
    await expect.poll(async () => (await cells(4)).at(-1)).toBe('');
    const row = Number((await cells(1)).at(-1));
    await table.locator(`[data-row="${row}"]`).click();
    expect(await fact('nearest')).toBe(`bird ${row}`);
    expect(DATA.mass[row]).toBeNull();
    await page.reload();
    await page.waitForSelector('html[data-ready=yes]');
    await page.getByRole('table').waitFor();
  });

  it('keeps what was changed just before a reload', async () => {
    // In one script, so that no time passes between the change and the reload.
    await page.evaluate(() => {
      document.documentElement.dataset.old = 'yes';
      [...document.querySelectorAll('button')].find((button) => button.textContent === 'Table')!.click();
      location.reload();
    });
    await page.waitForSelector('html[data-ready=yes]:not([data-old])');
    await page.getByRole('table').waitFor();
  });

  it('saves rows with all columns, and the view as SVG', async () => {
    await page.locator('button.class', { hasText: 'gull' }).click();
    const [head, ...lines] = (await saved('Shown rows as CSV')).trimEnd().split('\n');
    expect(withoutClusters(head)).toBe('row,x,y,label,wing,mass,habitat,migrates,reconstruction error,explained share of the row,id');
    expect(lines.length).toBe(240);
    for (const line of lines.slice(0, 30)) {
      const [row, , , label, , mass, , migrates] = line.split(',');
      expect([label, mass, migrates]).toEqual([DATA.species[Number(row)], String(DATA.mass[Number(row)] ?? ''), Number(row) % 3 ? 'no' : 'yes']);
    }
    const svg = await saved('View as SVG');
    expect(svg.match(/<use /g)!.length).toBeGreaterThan(225);
    expect(svg).toContain('>tern</text>');
    const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'View as PNG' }).click()]);
    const { width } = await box();
    expect(readFileSync(await png.path()).readUInt32BE(16)).toBe(Math.round(width));
  });

  it('has a panel of any width, kept in the address', async () => {
    const panel = async () => Math.round((await page.locator('.panel').boundingBox())!.width);
    const map = async () => Math.round((await box()).width);
    const [side, plane] = [await panel(), await map()];
    const divider = page.getByRole('separator', { name: 'width of the panel' });
    await divider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    expect(await panel()).toBe(side + 100);
    expect(await map()).toBe(plane - 100);
    const { x, y } = (await divider.boundingBox())!;
    await page.mouse.move(x + 7, y + 300);
    await page.mouse.down();
    await page.mouse.move(x + 8 - 60, y + 300, { steps: 3 });
    await page.mouse.up();
    expect(await panel()).toBe(side + 160);
    await expect.poll(() => page.url()).toContain(`side=${side + 160}`);
    await page.reload();
    await page.waitForSelector('html[data-ready=yes]');
    await expect.poll(panel).toBe(side + 160);
    await divider.dblclick();
    expect(await panel()).toBe(side);
  });

  it('marks the rows above the limit of the model, or of a slider', async () => {
    await page.getByRole('checkbox', { name: 'largest errors' }).check();
    const count = page.locator('[data-panel=layers] [role=status]');
    expect(await count.innerText()).toMatch(/^\d+ rows? above .*, the limit of the model$/);
    await page.getByLabel('error above which rows are marked').fill('500');
    expect(await count.innerText()).toMatch(/^90 rows above /);
  });

  it('can be used with the keyboard alone', async () => {
    await page.locator('.map').focus();
    await page.keyboard.press('l');
    for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp']) {
      for (let i = 0; i < 45; i++) await page.keyboard.press(key);
      await page.keyboard.press(' ');
    }
    await page.keyboard.press(' ');
    expect(await selected()).toBeGreaterThan(5);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.map').focus();
    await page.keyboard.press('h');
    await expect.poll(() => page.url()).toContain('spot=');
  });
});

describe.skipIf(!chromium)('what only a decoder can do', () => {
  beforeEach(() => open(url()));

  it('an edited row is placed anew', async () => {
    await field().fill('bird 3');
    await field().press('Enter');
    await unfold('Edit');
    await page.getByRole('button', { name: 'Edit this row' }).click();
    const edit = page.locator('[data-panel=edit]');
    const error = edit.getByRole('status');
    await expect.poll(() => error.innerText()).toMatch(/^error .*explained/);
    const before = await fact('coordinates');
    await edit.getByLabel('mass', { exact: true }).fill('1000');
    await edit.getByLabel('wing', { exact: true }).fill('1000');
    await edit.getByLabel('habitat', { exact: true }).selectOption('lake');
    await expect.poll(() => fact('coordinates')).not.toBe(before);
  });

  it('finds the way to another label, and says what changes', async () => {
    await field().fill('bird 3');
    await field().press('Enter');
    expect(await fact('label')).toBe('tern');
    await unfold('What must change?');
    await page.getByLabel('goal').selectOption({ label: 'label swan' });
    await page.getByRole('button', { name: 'Find the way' }).click();
    const panel = page.locator('[data-panel=change]');
    await expect.poll(() => panel.innerText()).toMatch(/mass\s+\d+ → \d+/);
    const [from, to] = /mass\s+(\d+) → (\d+)/.exec(await panel.innerText())!.slice(1).map(Number);
    expect(to).toBeGreaterThan(from + 800);
    expect(await panel.locator('li').first().innerText()).toContain('swan');
    const chart = page.locator('.path-chart');
    expect(await chart.locator('polyline').count()).toBe(4);
    expect(await chart.innerText()).toMatch(/mass\s+\d+ → \d+/);
    await page.getByLabel('position along the path').fill('1000');
    await expect.poll(() => fact('label')).toBe('swan');
  });

  it('shows fields, and small maps of the columns that vary most', async () => {
    await page.locator('.segments label', { hasText: 'Field' }).click();
    const seen = new Set<string>();
    for (const name of ['mass', 'probability of habitat: sea', 'stretch of the decoder', 'error of the rows nearby']) {
      const before = await drawn('canvas.back');
      await page.getByLabel('field', { exact: true }).selectOption({ label: name });
      await expect.poll(() => drawn('canvas.back')).not.toBe(before);
      seen.add(await page.locator('[data-panel=layers] .note').first().innerText());
    }
    expect(seen.size).toBe(3);
    await unfold('Columns that vary most');
    await page.locator('.multiples button', { hasText: 'wing' }).click();
    await expect.poll(() => page.url()).toContain('field=wing');
  });
});

describe.skipIf(!chromium)('every reader', () => {
  it.each(['light', 'dark'] as const)('finds no violations of accessibility rules on a %s page', async (colorScheme) => {
    await open(url(), { colorScheme });
    await field().fill('tern');
    await field().press('Enter');
    await page.getByRole('button', { name: 'Table' }).click();
    for (const name of ['New rows', 'Save and share']) await unfold(name);
    await page.locator('.difference').first().waitFor();
    await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
      return (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
    });
    expect(violations).toEqual([]);
  });

  it('has targets of 44 pixels for fingers, and no scrolling sideways', async () => {
    await open(url(), { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const small = await page.locator('button:visible, select:visible').evaluateAll((all) =>
      all
        .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }))
        .filter(({ box: { height } }) => height < 44)
        .map(({ text }) => text),
    );
    expect(small).toEqual([]);
  });
});
