import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asked, box, bare, chromium, coloured, drag, drawn, fact, field, folder, gne, HOSTILE, open, page, run, saved, setUp, shot, unfold, withoutClusters } from './tab';

setUp(async () => {
  await run('fit', 'mnist-test', '--limit', '1500', '--preset', 'fast', '--epochs', '8', '--quiet', '--out', join(folder, 'digits'));
  await run('export', join(folder, 'digits'), 'mnist-test', '--limit', '1500', '--format', 'html', '--out', join(folder, 'digits.html'));
  const lines = ['name,length,width,tree'];
  for (let i = 0; i < 300; i++) {
    const wave = Math.sin(i * 12.9898) * 43758.5453;
    const noise = wave - Math.floor(wave);
    const kind = i % 3;
    lines.push(`"n${i}${i === 7 ? HOSTILE : ''}",${10 + 20 * kind + noise},${5 - kind + noise},"${['oak', 'elm', HOSTILE][kind]}"`);
  }
  writeFileSync(join(folder, 'leaves.csv'), `${lines.join('\n')}\n`);
  const leaves = [join(folder, 'leaves.csv'), '--label', 'tree', '--id', 'name'];
  await run('fit', ...leaves, '--preset', 'fast', '--epochs', '20', '--quiet', '--out', join(folder, 'leaves'));
  await run('export', join(folder, 'leaves'), ...leaves, '--format', 'html', '--out', join(folder, 'leaves.html'));
});

describe.skipIf(!chromium)('one file of images', () => {
  beforeEach(() => open(`file://${join(folder, 'digits.html')}`));

  it('makes no requests', () => {
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
  });

  it('draws the rows', async () => {
    await page.getByRole('checkbox', { name: 'names' }).uncheck();
    const drawn = await coloured();
    await page.getByRole('checkbox', { name: 'points' }).uncheck();
    // The chosen tool is coloured too.
    expect(drawn - (await coloured())).toBeGreaterThan(5000);
  });

  it('shows rows as images when they are near', async () => {
    const over = '.map canvas:last-of-type';
    const names = page.getByRole('checkbox', { name: 'names' });
    const images = page.getByRole('checkbox', { name: 'images when near' });
    await names.uncheck();
    await images.uncheck();
    await field().fill('42');
    await field().press('Enter');
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'zoom in' }).click();
    const before = await drawn(over);
    await images.check();
    await expect.poll(() => drawn(over)).not.toBe(before);
  });

  it('shows a sample and the nearest row under the pointer', async () => {
    const { x, y } = await box();
    await page.mouse.move(x + 300, y + 300);
    const first = await drawn('.card-sample figure:first-child canvas');
    const where = await fact('coordinates');
    await page.mouse.move(x + 600, y + 420);
    await expect.poll(() => fact('coordinates')).not.toBe(where);
    expect(await drawn('.card-sample figure:first-child canvas')).not.toBe(first);
    expect(await fact('nearest')).toMatch(/^row \d+$/);
    expect(await fact('label')).toMatch(/^\d$/);
    // "(not explained)" may follow.
    expect(Number.parseFloat(await fact('error'))).toBeGreaterThan(0);
  });

  it('finds a row and shows its own pixels', async () => {
    await field().fill('42');
    await field().press('Enter');
    expect(await fact('nearest')).toBe('row 42');
    expect(await fact('distance')).toBe('0');
    const html = readFileSync(join(folder, 'digits.html'), 'latin1');
    const packed = /<script id="payload-rows"[^>]*>([^<]*)/.exec(html)![1];
    const { gunzipSync } = await import('node:zlib');
    const row = gunzipSync(Buffer.from(packed, 'base64')).subarray(42 * 784, 43 * 784);
    await expect
      .poll(() =>
        page.locator('.card-sample figure:last-child canvas').evaluate((canvas) => {
          const data = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 28, 28).data;
          return Array.from({ length: 784 }, (_, i) => data[4 * i]);
        }),
      )
      .toEqual([...row]);
  });

  it('zooms to the pointer and back', async () => {
    const { x, y } = await box();
    await page.mouse.move(x + 500, y + 300);
    const there = await fact('coordinates');
    const before = await shot();
    await page.mouse.wheel(0, -600);
    await page.mouse.move(x + 501, y + 300);
    await page.mouse.move(x + 500, y + 300);
    expect(await fact('coordinates')).toBe(there);
    expect(await shot()).not.toBe(before);
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.mouse.move(x + 500, y + 300);
    expect(await fact('coordinates')).toBe(there);
  });

  it('selects the rows inside a lasso, and exports them', async () => {
    await page.getByRole('button', { name: 'Lasso' }).click();
    const { width, height } = await box();
    await drag([5, 60], [width - 5, 60], [width - 5, height - 5], [5, height - 5]);
    const text = await page.locator('h2:has-text("Selection:")').innerText();
    const count = Number(/([\d,]+) rows/.exec(text)![1].replace(',', ''));
    expect(count).toBeGreaterThan(1300);
    await page.locator('figcaption:text-is("mean of the selection")').waitFor();
    const csv = (await saved('Selection as CSV')).trimEnd().split('\n');
    expect(withoutClusters(csv[0])).toBe('row,x,y,label,reconstruction error,explained share of the row');
    expect(csv.length).toBe(count + 1);
    await page.locator('.map').press('Escape');
    expect(await page.locator('h2:has-text("Selection")').isVisible()).toBe(false);
  });

  it('shows samples along a path', async () => {
    await page.getByRole('button', { name: 'Path' }).click();
    await drag([200, 200], [500, 300], [700, 500]);
    const slider = page.getByLabel('position along the path');
    await slider.fill('0');
    const start = await fact('coordinates');
    await slider.fill('1000');
    expect(await fact('coordinates')).not.toBe(start);
    expect(await page.locator('.strip canvas').count()).toBe(10);
    const [gif] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Path as GIF' }).click()]);
    const bytes = readFileSync(await gif.path());
    expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a');
    expect([bytes.readUInt16LE(6), bytes.readUInt16LE(8)]).toEqual([224, 224]);
    // A graphic control extension for each image.
    expect(bytes.toString('latin1').split('!\xf9\x04').length - 1).toBe(40);
  });

  it('saves a path as a video that plays', async () => {
    await page.getByRole('button', { name: 'Path' }).click();
    await drag([200, 200], [500, 300], [700, 500]);
    const [video] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Path as WebM' }).click()]);
    const bytes = readFileSync(await video.path());
    await page.getByRole('button', { name: 'Path as WebM' }).waitFor();
    await page.close();
    // A page without the explorer's policy, which allows no video.
    const found = await (await bare()).evaluate(async (url) => {
      const film = document.createElement('video');
      film.muted = true;
      film.src = url;
      const g = new OffscreenCanvas(8, 8).getContext('2d')!;
      const seen = new Set<string>();
      const look = () => {
        g.drawImage(film, 0, 0, 8, 8);
        seen.add(g.getImageData(0, 0, 8, 8).data.join());
      };
      film.ontimeupdate = look;
      await film.play();
      await new Promise((resolve) => (film.onended = resolve));
      look();
      return { width: film.videoWidth, height: film.videoHeight, seconds: film.currentTime, images: seen.size };
    }, `data:video/webm;base64,${bytes.toString('base64')}`);
    expect([found.width, found.height]).toEqual([224, 224]);
    // A busy machine drops frames: only that it moves is certain.
    expect(found.seconds).toBeGreaterThan(1);
    expect(found.images).toBeGreaterThan(1);
  });

  it('pins samples side by side', async () => {
    await page.locator('.map').press('Enter');
    for (let i = 0; i < 20; i++) await page.locator('.map').press('ArrowRight');
    await page.locator('.map').press('Enter');
    expect(await page.locator('.pinned').count()).toBe(2);
    await page.getByRole('button', { name: 'remove pin 1' }).click();
    expect(await page.locator('.pinned').count()).toBe(1);
    await page.getByRole('button', { name: 'go to pin 1' }).click();
  });

  it('places a new image', async () => {
    await field().fill('42');
    await field().press('Enter');
    const error = Number(await fact('error'));
    await unfold('New rows');
    await expect.poll(() => page.locator('.card-sample figure:last-child canvas').count()).toBe(1);
    const url = await drawn('.card-sample figure:last-child canvas');
    const buffer = Buffer.from(url.split(',')[1], 'base64');
    await page.getByLabel('file with new rows').setInputFiles({ name: 'digit.png', mimeType: 'image/png', buffer });
    await page.locator('.new-row').waitFor();
    const found = Number(/error ([\d.]+)/.exec(await page.locator('.verdict').innerText())![1]);
    // It is row 42: its coordinates from the fit are about as good as any.
    expect(found).toBeLessThan(1.02 * error);
    expect(found).toBeGreaterThan(0.8 * error);
    await page.getByLabel('file with new rows').setInputFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('no') });
    await page.getByText('no.png: found no image that this browser can read').waitFor();
  });

  it('hides a class, and does not find its rows', async () => {
    const all = await coloured();
    await page.getByRole('button', { name: 'Hide all' }).click();
    const none = await coloured();
    await page.locator('button.class').first().click();
    const one = await coloured();
    expect(one).toBeGreaterThan(none + 500);
    expect(one).toBeLessThan(all / 2);
    const { x, y } = await box();
    await page.mouse.move(x + 400, y + 400);
    expect(await fact('label')).toBe('0');
  });

  it('draws layers of samples, density, regions and fields', async () => {
    const seen = new Set<string>();
    for (const layer of ['Samples', 'Density', 'Regions', 'Field']) {
      const before = await drawn('canvas.back');
      await page.locator('.segments label', { hasText: layer }).click();
      await expect.poll(() => drawn('canvas.back')).not.toBe(before);
      seen.add(await drawn('canvas.back'));
    }
    expect(seen.size).toBe(4);
  });

  it('fits the screen of a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect((await box()).height).toBeGreaterThan(300);
  });
});

describe.skipIf(!chromium)('one file of a table', () => {
  beforeEach(() => open(`file://${join(folder, 'leaves.html')}`));

  it('shows samples as bars in the units of the data', async () => {
    const names = await page.locator('.card-sample .bars .name').allInnerTexts();
    expect(names).toEqual(['length', 'width']);
    const values = await page.locator('.card-sample .bars .value').allInnerTexts();
    expect(Number(values[0])).toBeGreaterThan(5);
    expect(Number(values[0])).toBeLessThan(60);
  });

  it('colours by a column and draws its decoded values', async () => {
    const before = await drawn('canvas.back');
    await page.locator('.segments label', { hasText: 'Field' }).click();
    await expect.poll(() => drawn('canvas.back')).not.toBe(before);
    // One colour code at a time: the points are black, unless they have the scale of the layer.
    expect(await page.locator('[data-panel=colour] .legend').innerText()).toContain('Points are black');
    await page.getByLabel('colour by').selectOption('data:length');
    await expect.poll(() => page.locator('[data-panel=colour] .legend').innerText()).toContain('98th percentile');
  });

  it('places lines of a table as gne place does', async () => {
    const text = 'width,length\n4.5,31.2\n9,9\n5.1,\n';
    writeFileSync(join(folder, 'new.csv'), text);
    await run('place', join(folder, 'leaves'), join(folder, 'new.csv'), '--out', join(folder, 'placed.csv'));
    const [header, ...lines] = readFileSync(join(folder, 'placed.csv'), 'utf8').trimEnd().split('\n');
    const java = lines.map((line) => Number(line.split(',')[header.split(',').indexOf('error')]));
    await page.getByLabel('file with new rows').setInputFiles(join(folder, 'new.csv'));
    await expect.poll(() => page.locator('.new-row').count()).toBe(3);
    const shown = (await page.locator('.verdict').allInnerTexts()).reverse().map((t) => Number(/error (\S+)/.exec(t)![1]));
    // The page shows four digits.
    shown.forEach((error, i) => expect(Math.abs(error - java[i])).toBeLessThan(1e-3 * java[i] + 1e-4));
    await page.getByLabel('file with new rows').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('length,width\n1,two\n') });
    await page.getByText('x.csv, line 2: found width two, expected a number').waitFor();
  });

  it('never treats a name as markup', async () => {
    await field().fill('n7<');
    await field().press('Enter');
    expect(await fact('nearest')).toBe(`n7${HOSTILE}`);
    await field().fill('<script');
    await field().press('Enter');
    await page.locator('h3:text-is("What sets these rows apart")').waitFor();
    expect(await page.locator('h2:has-text("Selection: 100 rows")').count()).toBe(1);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

describe.skipIf(!chromium)('the page from a server', () => {
  let server: ChildProcess;

  beforeEach(async () => {
    server = spawn(gne, ['explore', join(folder, 'leaves'), join(folder, 'leaves.csv'), '--label', 'tree', '--no-browser'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve) => server.stdout!.once('data', (line: Buffer) => resolve(String(line).trim())));
    await open(url);
  });

  afterEach(() => server.kill());

  it('is the same page, and sends requests to this server only', async () => {
    const { x, y } = await box();
    await page.mouse.move(x + 400, y + 300);
    await expect.poll(() => page.locator('.value.real').count()).toBe(2);
    await page.getByLabel('colour by').selectOption('data:width');
    await expect.poll(() => asked.some((url) => url.includes('/column/'))).toBe(true);
    const own = new URL(asked[0]).origin;
    expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
  });
});

describe.skipIf(!chromium)('a browser without WebGL 2', () => {
  it('gets a message that names what is missing', async () => {
    await bare();
    await page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind === 'webgl2' ? null : (getContext as (...all: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof getContext;
    });
    await page.goto(`file://${join(folder, 'leaves.html')}`);
    expect(await page.getByRole('alert').innerText()).toBe('This browser has no WebGL 2, which is needed to draw the map.');
  });
});
