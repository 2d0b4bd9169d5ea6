import { expect, it } from 'vitest';
import { find } from '../src/columns/find';
import { expressionOf } from '../src/columns/expression';
import type { ValueColumn } from '../src/columns/mapColumn';
import type { LoadedMap } from '../src/data/loaded';
import { scaleRange } from '../src/map/looks';

const map = (kind: string, total?: number[]) =>
  ({
    facts: total ? [{ name: 'total', values: total }] : [],
    source: { description: { schema: { kind: 'table', columns: [{ kind: 'count' }, { kind }] } } },
  }) as unknown as LoadedMap;

it('expression is the logarithm of counts per 10,000, as in figures', () => {
  const expression = expressionOf(map('count', [100, 0, 300, NaN]))!;
  const found = expression.measured([1, 0, 3, 1]);
  expect(found[0]).toBeCloseTo(Math.log1p(100), 5);
  expect(found[1]).toBe(0);
  expect(found[2]).toBeCloseTo(Math.log1p(100), 5);
  expect(found[3]).toBeNaN();
  // Decoded means are those of a cell with the mean total.
  expect(expression.decoded(4)).toBeCloseTo(Math.log1p((10_000 * 4 * 3) / 400), 9);
});

it('rows that are no counts, or whose totals are not known, have no expression', () => {
  expect(expressionOf(map('number', [1, 2]))).toBeNull();
  expect(expressionOf(map('count'))).toBeNull();
});

it('a gene of few cells has a scale of its own', () => {
  const values = new Float32Array(1000);
  values[7] = 3;
  expect(scaleRange(values)).toEqual([0, 3]);
  expect(scaleRange(new Float32Array(10))).toEqual([-1, 1]);
});

it('genes are found by their names', () => {
  const columns = ['CD3D', 'CD3E', 'LYZ'].map((name) => ({ id: `data:${name}`, name, kind: 'number' }) as ValueColumn);
  const searched = { rows: 5, texts: [], categories: [], columns, name: (row: number) => `row ${row}` };
  expect(find(searched, 'cd3').map(({ text }) => text)).toEqual(['colour by CD3D', 'colour by CD3E']);
  expect(find(searched, 'lyz')[0]).toMatchObject({ kind: 'column', column: columns[2] });
});
