import { applyPalette, GIFEncoder, type Palette, quantize } from 'gifenc';

/** The side of a frame in pixels, about. */
const SIDE = 224;

/** Milliseconds between two frames. */
const DELAY = 60;

/** The last frame stays for so long. */
const PAUSE = 900;

/** Images one after the other as an animated GIF, which repeats for ever. @param images of equal size, at least one */
export function gifOf(images: readonly HTMLCanvasElement[]): Blob {
  const zoom = Math.max(1, Math.round(SIDE / Math.max(images[0].width, images[0].height)));
  const [width, height] = [zoom * images[0].width, zoom * images[0].height];
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  const g = sheet.getContext('2d', { willReadFrequently: true })!;
  g.imageSmoothingEnabled = false;
  const encoder = GIFEncoder();
  images.forEach((image, i) => {
    g.drawImage(image, 0, 0, width, height);
    const { data } = g.getImageData(0, 0, width, height);
    const palette: Palette = quantize(data, 256);
    encoder.writeFrame(applyPalette(data, palette), width, height, { palette, delay: i === images.length - 1 ? PAUSE : DELAY, repeat: 0 });
  });
  encoder.finish();
  return new Blob([encoder.bytes()], { type: 'image/gif' });
}
