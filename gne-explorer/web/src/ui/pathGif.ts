import { applyPalette, GIFEncoder, type Palette, quantize } from 'gifenc';
import { DELAY, PAUSE, type PathFrames } from './pathFrames';

/** Frames as an animated GIF, which repeats for ever. */
export function gifOf(frames: PathFrames): Blob {
  const { width, height } = frames.canvas;
  const encoder = GIFEncoder();
  for (let i = 0; i < frames.count; i++) {
    frames.draw(i);
    const { data } = frames.g.getImageData(0, 0, width, height);
    const palette: Palette = quantize(data, 256);
    encoder.writeFrame(applyPalette(data, palette), width, height, { palette, delay: i === frames.count - 1 ? PAUSE : DELAY, repeat: 0 });
  }
  encoder.finish();
  return new Blob([encoder.bytes()], { type: 'image/gif' });
}
