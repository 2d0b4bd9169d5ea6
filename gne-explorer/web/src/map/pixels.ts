import type { PictureSchema } from '../data/description';
import { mix, type Rgb } from './colors';

/** The two colours that a grey image is drawn with, or null to draw an image as it is. */
export type Tint = { readonly paper: Rgb; readonly ink: Rgb } | null;

/** @param sample `[height, columns, channels]`, 0-1 */
export function pixels(schema: PictureSchema, sample: ArrayLike<number>, tint: Tint, from = 0): ImageData {
  const image = new ImageData(schema.columns, schema.height);
  const n = schema.columns * schema.height;
  for (let i = 0; i < n; i++) {
    const at = from + i * schema.channels;
    const grey = sample[at];
    const color: Rgb =
      schema.channels === 3
        ? [255 * grey, 255 * sample[at + 1], 255 * sample[at + 2]]
        : tint
          ? mix(tint.paper, tint.ink, Math.min(1, Math.max(0, grey)))
          : [255 * grey, 255 * grey, 255 * grey];
    image.data[4 * i] = color[0];
    image.data[4 * i + 1] = color[1];
    image.data[4 * i + 2] = color[2];
    image.data[4 * i + 3] = 255;
  }
  return image;
}

export function picture(schema: PictureSchema, sample: ArrayLike<number>, tint: Tint, from = 0): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = schema.columns;
  canvas.height = schema.height;
  canvas.getContext('2d')!.putImageData(pixels(schema, sample, tint, from), 0, 0);
  return canvas;
}
