import type { Places } from '../map/places';
import type { Point } from '../map/view';
import { Box } from './box';

/** Cells along a side of the grid on which ways are sought. */
const SIDE = 96;

/** The distance of a cell from the nearest row, in cells, at which a step costs twice as much as among rows. */
const USUAL = 1;

/** A goal has a row within this many cells, if there is any such goal. */
const NEAR = 1.5;

const NEIGHBOURS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];

/**
 * The cheapest way over the map from a point to the nearest place that is wanted and has rows, as org.gne.analysis.DensePath. A step costs its length, more the farther it is from all rows:
 * `1 + u^2`, with u the distance from the nearest row in cells. Dijkstra's algorithm on a grid over the rows.
 *
 * @param rows the rows that count as neighbours
 * @param wanted whether a place is a goal
 * @returns points from the start to the goal, or null if no place is wanted
 */
export function densePath(rows: Places, from: Point, wanted: (at: Point) => boolean): Point[] | null {
  const box = new Box(rows.places);
  const unit = Math.max(box.longest, 1e-9) / SIDE;
  const columns = Math.max(1, Math.ceil(box.length(0) / unit));
  const lines = Math.max(1, Math.ceil(box.length(1) / unit));
  const centre = (cell: number): Point => ({
    x: box.low[0] + ((cell % columns) + 0.5) * unit,
    y: box.low[1] + (Math.floor(cell / columns) + 0.5) * unit,
  });
  const price = new Float64Array(columns * lines);
  const goals = new Uint8Array(columns * lines);
  for (let cell = 0; cell < price.length; cell++) {
    const at = centre(cell);
    const row = rows.nearest(at, 1)[0];
    const u = row === undefined ? Infinity : rows.distance(row, at) / unit / USUAL;
    price[cell] = 1 + u * u;
    if (wanted(at)) goals[cell] = u <= NEAR ? 2 : 1;
  }
  // Of the places that are wanted, those with a row near, if there are any.
  const least = goals.includes(2) ? 2 : 1;
  const limit = (value: number, n: number) => Math.max(0, Math.min(n - 1, Math.floor(value)));
  const start = limit((from.y - box.low[1]) / unit, lines) * columns + limit((from.x - box.low[0]) / unit, columns);
  const cost = new Float64Array(price.length).fill(Infinity);
  const before = new Int32Array(price.length).fill(-1);
  const queue = new Heap();
  cost[start] = 0;
  queue.push(start, 0);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [cell, far] = next;
    if (far > cost[cell]) continue;
    if (cell !== start && goals[cell] >= least) return [from, ...way(cell, start, before).slice(1).map(centre)];
    const [i, j] = [cell % columns, Math.floor(cell / columns)];
    for (const [di, dj] of NEIGHBOURS) {
      const [a, b] = [i + di, j + dj];
      if (a < 0 || b < 0 || a >= columns || b >= lines) continue;
      const other = b * columns + a;
      const sum = far + (Math.hypot(di, dj) * (price[cell] + price[other])) / 2;
      if (sum >= cost[other]) continue;
      cost[other] = sum;
      before[other] = cell;
      queue.push(other, sum);
    }
  }
  return null;
}

function way(goal: number, start: number, before: Int32Array): number[] {
  const cells = [goal];
  for (let cell = goal; cell !== start; cell = before[cell]) cells.push(before[cell]);
  return cells.reverse();
}

/** A binary heap: the cell with the lowest cost comes first. */
class Heap {
  private readonly cells: number[] = [];
  private readonly costs: number[] = [];

  push(cell: number, cost: number): void {
    let at = this.cells.push(cell) - 1;
    this.costs.push(cost);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.costs[above] <= this.costs[at]) break;
      this.swap(at, above);
      at = above;
    }
  }

  pop(): readonly [number, number] | null {
    if (!this.cells.length) return null;
    this.swap(0, this.cells.length - 1);
    const found = [this.cells.pop()!, this.costs.pop()!] as const;
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < this.cells.length && this.costs[below] < this.costs[least]) least = below;
      if (least === at) return found;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    [this.cells[a], this.cells[b]] = [this.cells[b], this.cells[a]];
    [this.costs[a], this.costs[b]] = [this.costs[b], this.costs[a]];
  }
}
