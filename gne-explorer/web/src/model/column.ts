import { Box } from './box';
import type { Decoding } from './decoding';

/** Up to this many rows, each row is decoded at its own coordinates. */
const EACH = 50_000;

/** The cells along a side of the grid that is decoded instead if there are more rows. */
const CELLS = 192;

/** One decoded value at the coordinates of every row. If there are many rows, it is interpolated between the cells of a grid. */
export async function decodedColumn(
  places: Float32Array,
  value: number,
  decoding: Decoding,
  most = EACH,
): Promise<Float32Array> {
  const n = places.length / 2;
  const column = new Float32Array(n);
  const forever = () => true;
  if (n <= most) {
    await decoding.run(places, value, forever, (some, from) => column.set(some, from));
    return column;
  }
  const { low, high } = new Box(places);
  const unit = [0, 1].map((axis) => (high[axis] - low[axis]) / (CELLS - 1) || 1);
  const corners = new Float32Array(2 * CELLS * CELLS);
  for (let i = 0; i < CELLS * CELLS; i++) {
    corners[2 * i] = low[0] + (i % CELLS) * unit[0];
    corners[2 * i + 1] = low[1] + Math.floor(i / CELLS) * unit[1];
  }
  const grid = new Float32Array(CELLS * CELLS);
  await decoding.run(corners, value, forever, (some, from) => grid.set(some, from));
  for (let row = 0; row < n; row++) {
    const x = (places[2 * row] - low[0]) / unit[0];
    const y = (places[2 * row + 1] - low[1]) / unit[1];
    const i = Math.min(CELLS - 2, Math.floor(x));
    const j = Math.min(CELLS - 2, Math.floor(y));
    const at = j * CELLS + i;
    const [s, t] = [x - i, y - j];
    column[row] =
      (1 - t) * ((1 - s) * grid[at] + s * grid[at + 1]) + t * ((1 - s) * grid[at + CELLS] + s * grid[at + CELLS + 1]);
  }
  return column;
}
