import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromium, fact, field, folder, gne, open, page, run, saved, setUp, shot, unfold } from './tab';

const ROWS = 90;

setUp(async () => {
  const lines = ['name,length,kind,note', ...Array.from({ length: ROWS }, (_, i) => `leaf ${i},${10 * (i % 3) + (i % 7)},${['oak', 'elm', 'ash'][i % 3]},note ${i}`)];
  writeFileSync(join(folder, 'leaves.csv'), `${lines.join('\n')}\n`);
  await run('fit', ...given(), '--exclude', 'note', '--preset', 'fast', '--epochs', '6', '--quiet', '--out', join(folder, 'leaves'));
  await run('export', join(folder, 'leaves'), ...given(), '--format', 'html', '--out', join(folder, 'leaves.html'));
});

const given = () => [join(folder, 'leaves.csv'), '--label', 'kind', '--id', 'name'];
const panel = () => page.locator('[data-panel=tags]');
const kept = () => join(folder, 'leaves', 'tags.csv');

/** Selects the rows with a label and tags them. */
async function tag(label: string, name: string): Promise<void> {
  await field().fill(label);
  await field().press('Enter');
  await page.getByRole('button', { name: 'Tag …' }).click();
  await page.getByLabel('name of the tag').fill(name);
  await page.keyboard.press('Enter');
}

const listed = async () => (await panel().locator('.tags li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').replace(' ×', ''));

describe.skipIf(!chromium)('tags in one file', () => {
  beforeEach(() => open(`file://${join(folder, 'leaves.html')}`));

  it('are given to the selected rows, kept by the browser, and undone', async () => {
    await tag('oak', 'odd ones');
    expect(await listed()).toEqual(['odd ones 30']);
    await tag('elm', 'others');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await listed()).toEqual(['odd ones 30']);
    await page.reload();
    await page.waitForSelector('html[data-ready=yes]');
    await unfold('Tags');
    expect(await listed()).toEqual(['odd ones 30']);
    await page.getByLabel('take the tag odd ones away from all rows').click();
    expect(await listed()).toEqual([]);
  });

  it('are a column to colour, filter, search, sort and save by', async () => {
    await tag('oak', 'first');
    await tag('elm', 'second');
    await page.keyboard.press('Escape');
    const before = await shot();
    await page.getByLabel('colour by').selectOption('tag');
    const legend = page.locator('[data-panel=colour] .legend');
    await expect.poll(async () => (await legend.innerText()).replace(/\s+/g, ' ')).toMatch(/first 30 second 30 no tag 30/);
    await expect.poll(shot).not.toBe(before);
    await legend.locator('button', { hasText: 'no tag' }).click();
    await legend.locator('button', { hasText: 'first' }).click();
    const shown = page.locator('[data-panel=columns] [role=status]');
    expect(await shown.innerText()).toBe('30 rows of 90 shown.');
    await expect.poll(() => decodeURIComponent(page.url())).toContain('first:tag');
    await page.reload();
    await page.waitForSelector('html[data-ready=yes]');
    await expect.poll(() => shown.innerText()).toBe('30 rows of 90 shown.');
    await page.getByRole('button', { name: 'Show all rows' }).click();
    await field().fill('tag');
    await field().fill('second');
    await field().press('Enter');
    expect(await page.locator('[data-panel=selection] h2').innerText()).toBe('Selection: 30 rows');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('table').getByRole('button', { name: 'tag' }).click();
    await expect.poll(() => page.getByRole('table').locator('tbody tr:not(.space) td:nth-child(3)').first().innerText()).toBe('first');
    const [head, ...lines] = (await saved('Selection as CSV')).trimEnd().split('\n');
    expect(head.split(',').slice(3, 5)).toEqual(['label', 'tag']);
    expect(lines.every((line) => line.includes(',elm,second,'))).toBe(true);
    await page.locator('[data-panel=tags] .tags button', { hasText: 'first' }).click();
    await field().fill('leaf 0');
    await field().press('Enter');
    expect(await fact('tag')).toBe('first');
  });

  it('are written and read as CSV; lines that cannot be used are said', async () => {
    await tag('ash', 'x');
    const [download] = await Promise.all([page.waitForEvent('download'), panel().getByRole('button', { name: 'Export' }).click()]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toBe(`row,tag\n${Array.from({ length: 30 }, (_, i) => `${3 * i + 2},x\n`).join('')}`);
    await panel().locator('input[type=file]').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('id,tag\nleaf 4,four\nleaf 400,four\nleaf 5,=1\n') });
    await expect.poll(listed).toEqual(['four 1', 'x 30']);
    const said = await panel().getByRole('status').innerText();
    for (const part of ['mine.csv: tagged 1 row.', 'line 3: found id “leaf 400”, expected one of the map', 'line 4: found “=1”']) expect(said).toContain(part);
  });

  it('that cannot be names are refused', async () => {
    await tag('ash', '=1+1');
    expect(await panel().getByRole('status').innerText()).toContain('does not begin with one of');
    expect(await listed()).toEqual([]);
  });
});

describe.skipIf(!chromium)('tags on a server', () => {
  let server: ChildProcess;

  async function serve(): Promise<void> {
    server = spawn(gne, ['explore', join(folder, 'leaves'), ...given(), '--no-browser'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const address = await new Promise<string>((resolve) => server.stdout!.once('data', (text: Buffer) => resolve(text.toString().trim())));
    await open(address);
  }

  async function stop(): Promise<void> {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
  }

  beforeEach(async () => {
    if (existsSync(kept())) rmSync(kept());
    await serve();
  });
  afterEach(stop);

  it('are kept in tags.csv beside the model, also if it is edited meanwhile, and survive a restart', async () => {
    await tag('oak', 'odd');
    await expect.poll(() => existsSync(kept()) && readFileSync(kept(), 'utf8').split('\n').length).toBe(32);
    writeFileSync(kept(), 'row,tag\n0,mine\n1000,lost\n');
    await tag('elm', 'two');
    await expect.poll(listed).toEqual(['mine 1', 'two 30']);
    await expect.poll(() => panel().getByRole('status').innerText()).toContain('tags.csv, line 3: found row \'1000\', expected 0 to 89');
    expect(readFileSync(kept(), 'utf8')).toContain('1000,lost');
    await page.close();
    await stop();
    await serve();
    await unfold('Tags');
    expect(await listed()).toEqual(['mine 1', 'two 30']);
  });

  it('rows are saved as Parquet with tags and all columns of the data', async () => {
    await tag('oak', 'odd');
    await expect.poll(() => existsSync(kept())).toBe(true);
    await unfold('Save and share');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Selection as Parquet' }).click()]);
    const file = join(folder, 'rows.parquet');
    await download.saveAs(file);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
    await run('fit', `select length, tag, note, label from '${file}' where tag = 'odd' and label = 'oak' and note like 'note %'`, '--epochs', '1', '--quiet', '--exclude', 'note', '--label', 'label', '--out', join(folder, 'again'));
    expect(readFileSync(join(folder, 'again', 'embedding.csv'), 'utf8').trimEnd().split('\n').length).toBe(31);
  });
});
