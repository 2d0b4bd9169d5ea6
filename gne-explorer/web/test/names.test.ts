import { expect, it } from 'vitest';
import { classModes, named } from '../src/map/names';

it('names stand at the mode of their class, not for classes that share a look', () => {
  const places: number[] = [];
  const classes: number[] = [];
  for (let label = 0; label < 130; label++) {
    for (let i = 0; i <= label; i++) {
      // Two thirds of a class at (label, 5), the rest far away.
      places.push(label + 0.5, i % 3 ? 5.5 : -50.5);
      classes.push(label);
    }
  }
  const styles = Array.from({ length: 131 }, (_, i) => ({ name: `${i}`, color: '#1f6fb8', dark: '#7cb8ee', mark: 0, ...(i < 90 ? { other: true as const } : {}) }));
  const found = classModes(Float32Array.from(places), Int32Array.from(classes), styles, 1);
  expect(found.filter((place) => place !== null).length).toBe(40);
  expect(found[9]).toBeNull();
  expect(found[129]).toEqual([129.5, 5.5]);
  expect(found[130]).toBeNull();
});

it('only classes with shown rows are named', () => {
  const classes = ['oak', 'elm', 'ash'].map((name) => ({ name, color: '#1f6fb8', dark: '#7cb8ee', mark: 0 }));
  const places = Float32Array.from([1, 2, 3, 4]);
  const modes = classModes(places, Int32Array.from([0, 2]), classes, 1, (row) => row === 0);
  expect(named(classes, modes, false).map(({ text, at }) => [text, at])).toEqual([['oak', { x: 1.5, y: 2.5 }]]);
  const all = classModes(places, Int32Array.from([0, 2]), classes, 1);
  expect(named(classes, all, true).map(({ text }) => text)).toEqual(['oak', 'ash']);
});
