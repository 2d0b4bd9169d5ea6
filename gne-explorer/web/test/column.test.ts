import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Description } from '../src/data/description';
import { decodedColumn } from '../src/model/column';
import type { Decoding } from '../src/model/decoding';
import { Samples } from '../src/model/samples';

const golden = JSON.parse(readFileSync(new URL('decoder.json', import.meta.url), 'utf8'))[1] as {
  description: Description;
  parameters: number[];
  scaling: (number | null)[];
};

it('a value interpolated between the cells of a grid is close to the value decoded at the point itself', async () => {
  const samples = new Samples(
    golden.description,
    Float32Array.from(golden.parameters),
    Float32Array.from(golden.scaling, (value) => value ?? NaN),
  );
  // Decodes here, as the worker does elsewhere.
  const decoding = {
    run: async (places: Float32Array, value: number, _: () => boolean, take: (some: Float32Array, from: number) => void) => {
      for (let i = 0; i < places.length / 2; i++) take(Float32Array.of(samples.at(places[2 * i], places[2 * i + 1])[value]), i);
      return true;
    },
  } as Decoding;
  const places = Float32Array.from({ length: 600 }, (_, i) => 3 * Math.sin(i * 12.9898));
  const each = await decodedColumn(places, 1, decoding);
  const between = await decodedColumn(places, 1, decoding, 10);
  const reach = Math.max(...each) - Math.min(...each);
  each.forEach((value, i) => expect(Math.abs(between[i] - value)).toBeLessThan(0.01 * reach));
  expect(between).not.toEqual(each);
});
