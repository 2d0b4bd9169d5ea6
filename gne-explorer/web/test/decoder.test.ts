import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Description } from '../src/data/description';
import { Decoder } from '../src/model/decoder';
import { Placement } from '../src/model/placement';
import { Samples } from '../src/model/samples';

interface Golden {
  map: [number, number][];
  placed: { place: [number, number]; error: number }[];
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

  it('computes one value of a sample as in the whole sample', () => {
    for (const [x, y] of golden.places) {
      const whole = samples.at(x, y);
      for (let j = 0; j < whole.length; j++) expect(Math.abs(samples.value(x, y, j) - whole[j])).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(whole[j])));
    }
  });

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

  it('places rows where Java does', () => {
    const placement = new Placement(samples, Float32Array.from(golden.map.flat()), description.awayWeight ?? 0);
    const apart = golden.rows.map((row, i) => {
      const { x, y, error } = placement.place(shown(row));
      const java = golden.placed[i];
      expect(Math.abs(error - java.error), `row ${i}`).toBeLessThan(1e-4 * Math.max(1, java.error));
      return Math.hypot(x - java.place[0], y - java.place[1]);
    });
    // In a flat minimum Java's floats may end the descent a step earlier or later.
    apart.sort((a, b) => a - b);
    expect(apart[golden.rows.length - 2]).toBeLessThan(1e-4);
    expect(apart[golden.rows.length - 1]).toBeLessThan(0.02);
  });

  it('has the slopes of its outputs', () => {
    const step = 1e-4;
    for (const [x, y] of golden.places.slice(0, 6)) {
      const { mean, dx, dy } = samples.slopes.at(x, y);
      const [m, own] = [Float64Array.from(mean), [Float64Array.from(dx), Float64Array.from(dy)]];
      golden.decoded[0].forEach((_, j) => expect(Math.abs(m[j] - samples.means(x, y)[j])).toBeLessThan(1e-5 * Math.max(1, Math.abs(m[j]))));
      for (const axis of [0, 1]) {
        const at = (by: number) => Float64Array.from(samples.slopes.at(x + (axis ? 0 : by), y + (axis ? by : 0)).mean);
        const [above, below] = [at(step), at(-step)];
        own[axis].forEach((slope, j) => {
          expect(Math.abs((above[j] - below[j]) / (2 * step) - slope)).toBeLessThan(2e-3 * Math.max(1, Math.abs(slope)));
        });
      }
    }
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
