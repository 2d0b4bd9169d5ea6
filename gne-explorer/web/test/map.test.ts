import { describe, expect, it } from 'vitest';
import type { TableSchema } from '../src/data/description';
import { readLines } from '../src/data/newRows';
import { Places } from '../src/map/places';
import { View } from '../src/map/view';
import { Box } from '../src/model/box';
import { along } from '../src/map/along';

function grid(n: number): Float32Array {
  return Float32Array.from({ length: 2 * n * n }, (_, i) => (i % 2 ? Math.floor(i / 2 / n) : Math.floor(i / 2) % n));
}

describe('the view', () => {
  it('keeps the point under the pointer when it zooms', () => {
    const view = View.around(grid(10));
    view.resize(800, 600);
    const before = view.toMap(123, 456);
    view.zoomAt(123, 456, 7);
    const after = view.toMap(123, 456);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('goes from the map to the screen and back', () => {
    const view = View.around(grid(10));
    view.resize(800, 600);
    view.pan(37, -5);
    const at = view.toScreen(3.25, 7.5);
    const back = view.toMap(at.x, at.y);
    expect(back.x).toBeCloseTo(3.25, 9);
    expect(back.y).toBeCloseTo(7.5, 9);
  });

  it('shows all rows when it fits, however narrow it is', () => {
    for (const [width, height] of [
      [1280, 800],
      [390, 440],
      [200, 900],
    ]) {
      const view = View.around(grid(10));
      view.resize(width, height);
      for (const [x, y] of [
        [0, 0],
        [9, 9],
      ]) {
        const at = view.toScreen(x, y);
        expect(at.x).toBeGreaterThan(0);
        expect(at.x).toBeLessThan(width);
        expect(at.y).toBeGreaterThan(0);
        expect(at.y).toBeLessThan(height);
      }
    }
  });
});

describe('a view that grows', () => {
  it('still shows all rows if it did before, and keeps its scale if it was zoomed', () => {
    const view = View.around(grid(10));
    view.resize(300, 200);
    const { scale } = view;
    view.resize(600, 400);
    expect(view.scale).toBeCloseTo(2 * scale, 9);
    view.zoomAt(100, 100, 3);
    const part = view.scale;
    view.resize(900, 600);
    expect(view.scale).toBe(part);
  });
});

describe('places', () => {
  const places = new Places(grid(10));

  it('finds the nearest row among those it holds', () => {
    expect(places.nearest({ x: 3.1, y: 6.9 }, 1)).toEqual([73]);
    const some = new Places(grid(10), Array.from({ length: 100 }, (_, row) => row).filter((row) => row % 10 > 3));
    expect(some.nearest({ x: 3.1, y: 6.9 }, 1)).toEqual([74]);
    expect(some.inBox({ x: 2.5, y: 0.5 }, { x: 5.5, y: 1.5 }).sort()).toEqual([14, 15]);
    expect(new Places(grid(10), []).nearest({ x: 3.1, y: 6.9 }, 1)).toEqual([]);
  });

  it('finds the rows inside a line that is not convex', () => {
    const line = [
      { x: -0.5, y: -0.5 },
      { x: 4.5, y: -0.5 },
      { x: 4.5, y: 0.5 },
      { x: 0.5, y: 0.5 },
      { x: 0.5, y: 2.5 },
      { x: -0.5, y: 2.5 },
    ];
    expect(places.within(line)).toEqual([0, 1, 2, 3, 4, 10, 20]);
  });
});

describe('a path', () => {
  it('is divided evenly by length, also at corners', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 3 },
    ];
    expect(along(line, 0)).toEqual({ x: 0, y: 0 });
    expect(along(line, 0.5)).toEqual({ x: 1, y: 1 });
    expect(along(line, 1)).toEqual({ x: 1, y: 3 });
  });
});

describe('a box', () => {
  it('extends 5 % beyond the rows', () => {
    const box = new Box(Float32Array.from([0, 0, 10, 20]));
    expect([box.clamp(0, -9), box.clamp(0, 99), box.clamp(1, -9), box.clamp(1, 99)]).toEqual([-0.5, 10.5, -1, 21]);
  });
});

describe('lines of CSV', () => {
  const schema: TableSchema = {
    kind: 'table',
    columns: [
      { name: 'length', kind: 'number', categories: [] },
      { name: 'tree', kind: 'category', categories: ['oak', 'elm, old'] },
      { name: 'green', kind: 'boolean', categories: [] },
    ],
  };

  it('are read by column name', () => {
    const rows = readLines('x.csv', 'green,tree,other,length\ntrue,"elm, old",7,1.5\n,oak,7,NA\n', schema);
    expect(rows.map((row) => [...row.values])).toEqual([
      [1.5, 0, 1, 1],
      [NaN, 1, 0, NaN],
    ]);
  });

  it('are kept from the origin of their column, in its unit, and dates are days', () => {
    const dated: TableSchema = {
      kind: 'table',
      columns: [
        { name: 'day', kind: 'date', categories: [], origin: 19_000, unit: 2 },
        { name: 'at', kind: 'time', categories: [], origin: 1_709_194_000, unit: 1 },
        { name: 'x', kind: 'number', categories: [], origin: 1e6, unit: 0.5 },
      ],
    };
    const text = 'day,at,x\n2024-02-29,2024-02-29T08:30:00,1000002\n';
    expect([...readLines('x.csv', text, dated)[0].values]).toEqual([391, 1400, 4]);
    expect(() => readLines('x.csv', 'day,at,x\n29.2.,,\n', dated)).toThrow(
      'x.csv, line 2: found day 29.2., expected a date like 2024-02-29',
    );
  });

  it('are read in order if there are no names', () => {
    expect([...readLines('line', '2,oak,0', schema)[0].values]).toEqual([2, 1, 0, 0]);
  });

  it.each([
    ['length,green\n1,0', 'x.csv: found no column tree, expected all of the model\'s'],
    ['1,2', 'x.csv: found 2 values in line 1, expected 3, or a line of names'],
    ['length,tree,green\n1,ash,0', 'x.csv, line 2: found tree ash, expected oak, elm, old'],
    ['length,tree,green\nlong,oak,0', 'x.csv, line 2: found length long, expected a number'],
  ])('that are wrong are refused: %j', (text, message) => {
    expect(() => readLines('x.csv', text, schema)).toThrow(message);
  });
});
