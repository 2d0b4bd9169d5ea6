import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Description } from '../src/data/description';
import { Decoder } from '../src/model/decoder';
import { Samples } from '../src/model/samples';

interface Golden {
  description: Description;
  parameters: number[];
  offset: number[];
  factor: number[];
  places: [number, number][];
  decoded: number[][];
  generated: number[][];
}

// Computed by Java; DecoderGoldenTest checks that the file is current.
const goldens = JSON.parse(readFileSync(new URL('decoder.json', import.meta.url), 'utf8')) as Golden[];

describe.each(goldens)('the decoder of a $description.schema.kind', (golden) => {
  const { description } = golden;
  const parameters = Float32Array.from(golden.parameters);

  it('agrees with Java to 1e-5', () => {
    const decoder = new Decoder(description.decoder, parameters);
    const sample = new Float32Array(description.decoder.out);
    golden.places.forEach((place, i) => {
      decoder.decode(place, sample);
      golden.decoded[i].forEach((value, j) => expect(Math.abs(sample[j] - value)).toBeLessThan(1e-5));
    });
  });

  it('shows images from 0 to 1 and tables in their own units', () => {
    const samples = new Samples(description, parameters, Float32Array.from([...golden.offset, ...golden.factor]));
    const { schema } = description;
    golden.places.forEach(([x, y], i) => {
      samples.at(x, y).forEach((value, j) => {
        const raw = golden.generated[i][j];
        const shown = schema.kind === 'picture' ? (raw - schema.low) / (schema.high - schema.low) : raw;
        expect(Math.abs(value - shown)).toBeLessThan(1e-5 * Math.max(1, Math.abs(shown)));
      });
    });
  });
});
