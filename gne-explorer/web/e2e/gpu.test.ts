import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Description, EncodingShape } from '../src/data/description';
import type { GpuDecoder } from '../src/model/gpuDecoder';
import type { meanOf } from '../src/model/heads';
import type { Samples } from '../src/model/samples';
import { launch } from './browser';
import { chromium } from './tab';

const GRIDS: EncodingShape = { kind: 'grids', cells: [8, 16, 32, 64, 128], channels: 8, margin: 0.1 };

/** A decoder of the usual size with every kind of head, and random weights. */
function decoder(encoding: EncodingShape, hidden = 64, blocks = 2): { description: Description; parameters: number[] } {
  let seed = 1;
  const uniform = () => (seed = (seed * 48271) % 2147483647) / 2147483647 - 0.5;
  const parameters: number[] = [];
  let inputs = 2;
  if (encoding.kind === 'grids') {
    parameters.push(-2, -3, 4, 6);
    for (const side of encoding.cells) for (let i = 0; i < (side + 2) ** 2 * encoding.channels; i++) parameters.push(2 * uniform());
    inputs += encoding.cells.length * encoding.channels;
  } else if (encoding.kind === 'sine') {
    for (let i = 0; i < 3 * encoding.features; i++) parameters.push(6 * uniform());
    inputs += encoding.features;
  }
  const out = 9;
  const sizes = [[inputs, hidden], ...Array.from({ length: 2 * blocks }, () => [hidden, hidden]), [hidden, out]];
  for (const [from, to] of sizes) for (let i = 0; i < (from + 1) * to; i++) parameters.push(uniform() * Math.sqrt(24 / (from + to)));
  const stretch = { weights: [1], scales: [1] };
  const description = {
    schema: { kind: 'table', columns: [] },
    decoder: {
      in: 2,
      encoding,
      hidden,
      blocks,
      out,
      heads: [
        { ...stretch, head: 'real', from: 0, width: 3 },
        { ...stretch, head: 'binary', from: 3, width: 1 },
        { ...stretch, head: 'categorical', from: 4, width: 4 },
        { ...stretch, head: 'count', from: 8, width: 1, dispersion: [1], usual: [1] },
      ],
    },
  } as unknown as Description;
  return { description, parameters };
}

let browser: Browser;
let program: string;
beforeAll(async () => {
  if (!chromium) return;
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib: { entry: 'e2e/gpuEntry.ts', formats: ['iife'], name: 'entry' } } });
  program = ((Array.isArray(built) ? built[0] : built) as { output: readonly { code: string }[] }).output[0].code;
  browser = await launch(chromium);
}, 120_000);
afterAll(() => browser?.close());

/** The largest difference of each column on the GPU and here, in spreads of the column, and the microseconds for a point of both. */
async function compare(made: { description: Description; parameters: number[] }): Promise<{ differences: number[]; gpu: number; own: number } | null> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: program });
  const found = await page.evaluate(async ({ description, parameters: numbers }) => {
    const { gpu } = window as unknown as { gpu: { GpuDecoder: typeof GpuDecoder; Samples: typeof Samples; meanOf: typeof meanOf } };
    const parameters = Float32Array.from(numbers);
    const samples = new gpu.Samples(description, parameters, Float32Array.from({ length: 18 }, (_, i) => (i < 9 ? 10 * i : 0.5)));
    const decoder = gpu.GpuDecoder.create(description.decoder, parameters, true);
    if (!decoder) return null;
    while (decoder.ready() === false) await new Promise((resolve) => requestAnimationFrame(resolve));
    // A grid over the box of the map, -2 to 2 and -3 to 3, and beyond its border on every side.
    const side = 70;
    const places = Float32Array.from({ length: 2 * side * side }, (_, i) => (i % 2 ? 9 * (Math.floor(i / 2 / side) / side - 0.5) : 6 * ((Math.floor(i / 2) % side) / side - 0.5)));
    const time = (act: () => unknown) => {
      const begin = performance.now();
      act();
      return (1000 * (performance.now() - begin)) / (places.length / 2);
    };
    const differences = Array.from({ length: description.decoder.out }, (_, value) => {
      const head = samples.decoder.heads.of(value);
      const logits = new Float64Array(description.decoder.out);
      const shown = Array.from(decoder.values(places, value, head)!, (logit) => {
        logits[value] = logit;
        return samples.scaling.shown(value, head.head === 'categorical' ? logit : gpu.meanOf(head, logits, value));
      });
      const right = samples.column(places, value);
      const mean = right.reduce((a, b) => a + b) / right.length;
      const spread = Math.sqrt(right.reduce((a, b) => a + (b - mean) ** 2, 0) / right.length);
      return shown.reduce((most, each, i) => Math.max(most, Math.abs(each - right[i])), 0) / spread;
    });
    const head = samples.decoder.heads.of(0);
    return { differences, gpu: time(() => decoder.values(places, 0, head)), own: time(() => samples.column(places, 0)) };
  }, made);
  await page.close();
  return found;
}

describe.skipIf(!chromium)('columns decoded on the GPU', () => {
  it.each([
    ['grids', GRIDS],
    ['sine', { kind: 'sine', features: 64 }],
    ['none', { kind: 'none' }],
  ] as [string, EncodingShape][])('are those of the worker: %s', async (name, encoding) => {
    const found = await compare(decoder(encoding));
    expect(found).not.toBeNull();
    console.log(`${name}: microseconds for a point on the GPU ${found!.gpu.toFixed(1)}, on the processor ${found!.own.toFixed(1)}; largest difference ${Math.max(...found!.differences)}`);
    for (const difference of found!.differences) expect(difference).toBeLessThan(1e-3);
  });

  it('are left to the worker if the decoder has another shape', async () => {
    expect(await compare(decoder({ kind: 'none' }, 30))).toBeNull();
    expect(await compare(decoder({ kind: 'none' }, 160, 1))).toBeNull();
  });
});
