/**
 * Decodes coordinates that Java's PlaceSteps wrote: 4 floats (lowest x and y, width of a step in x and in y), then for
 * each row its steps in x and in y, 16 bits each.
 *
 * @returns coordinates `[rows, 2]`
 * @throws Error if the number of rows is another
 */
export function placesOf(bytes: ArrayBuffer, rows: number, name: string): Float32Array {
  const found = (bytes.byteLength - 16) / 4;
  if (found !== rows) throw new Error(`the map of ${name}: found ${found} rows, expected ${rows}`);
  const [x, y, dx, dy] = new Float32Array(bytes, 0, 4);
  const steps = new Uint16Array(bytes, 16);
  return Float32Array.from(steps, (step, i) => (i % 2 ? y + step * dy : x + step * dx));
}
