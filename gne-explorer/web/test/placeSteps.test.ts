import { describe, expect, it } from 'vitest';
import { placesOf } from '../src/data/placeSteps';

/** As Java writes them. */
function bytes(head: readonly number[], steps: readonly number[]): ArrayBuffer {
  const all = new DataView(new ArrayBuffer(16 + 2 * steps.length));
  head.forEach((value, i) => all.setFloat32(4 * i, value, true));
  steps.forEach((step, i) => all.setUint16(16 + 2 * i, step, true));
  return all.buffer;
}

describe('coordinates in steps', () => {
  it('are the lowest value plus a number of steps, on each axis', () => {
    const places = placesOf(bytes([-1, 10, 0.5, 0.25], [0, 4, 65535, 1]), 2, 'PCA');
    expect([...places]).toEqual([-1, 11, 32766.5, 10.25]);
  });

  it('lie on one line if a step is 0', () => {
    expect([...placesOf(bytes([3, 0, 0, 1], [0, 5, 0, 7]), 2, 'PCA')]).toEqual([3, 5, 3, 7]);
  });

  it('are rejected if their number is not the number of rows', () => {
    expect(() => placesOf(bytes([0, 0, 1, 1], [0, 0]), 3, 'PCA')).toThrow('the map of PCA: found 1 rows, expected 3');
  });
});
