import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Description } from '../src/data/description';
import { Decoder } from '../src/model/decoder';
import { Box, Placement } from '../src/model/placement';
import { Samples } from '../src/model/samples';

interface Golden {
  description: Description;
  parameters: number[];
  scaling: (number | null)[];
  places: [number, number][];
  decoded: number[][];
  generated: number[][];
  rows: (number | null)[][];
  scaled: (number | null)[][];
  errors: number[];
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
      golden.decoded[i].forEach((value, j) => {
        expect(Math.abs(sample[j] - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
      });
    });
  });

  const samples = new Samples(description, parameters, Float32Array.from(golden.scaling, (value) => value ?? NaN));

  /** A row as the page has it. */
  function shown(row: (number | null)[]): Float32Array {
    const { schema } = description;
    const unit = (raw: number) => (schema.kind === 'picture' ? (raw - schema.low) / (schema.high - schema.low) : raw);
    return Float32Array.from(row, (raw) => unit(raw ?? NaN));
  }

  it('scales rows and finds their errors as Java does', () => {
    golden.rows.forEach((row, i) => {
      const scaled = samples.scaling.scaled(shown(row));
      golden.scaled[i].forEach((value, j) => {
        if (value === null) expect(scaled[j]).toBeNaN();
        else expect(Math.abs(scaled[j] - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
      });
      const { heads } = samples.decoder;
      const error = heads.deviance(scaled, Float32Array.from(golden.decoded[i])) / heads.known(scaled);
      expect(Math.abs(error - golden.errors[i])).toBeLessThan(1e-4 * Math.max(1, golden.errors[i]));
    });
  });

  it('places a row where no other decoded point explains it better', () => {
    const starts = Float32Array.from(golden.places.flat());
    const box = new Box(starts);
    const placement = new Placement(samples, starts, samples.all(starts), box);
    const { heads } = samples.decoder;
    golden.rows.forEach((row) => {
      const { x, y, error } = placement.place(shown(row));
      const scaled = samples.scaling.scaled(shown(row));
      expect(error).toBeCloseTo(heads.deviance(scaled, samples.means(x, y)) / heads.known(scaled), 9);
      for (let i = 0; i < starts.length / 2; i++) {
        const other = heads.deviance(scaled, samples.means(starts[2 * i], starts[2 * i + 1])) / heads.known(scaled);
        expect(error).toBeLessThanOrEqual(other + 1e-9);
      }
    });
  });

  it('shows images from 0 to 1 and tables in their own units', () => {
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
