import type { View } from './view';

/** Resizes a canvas to the view and clears it. Drawing on it is in pixels of the page. */
export function surface(canvas: HTMLCanvasElement, view: View, ratio: number): CanvasRenderingContext2D {
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const g = canvas.getContext('2d')!;
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.clearRect(0, 0, view.width, view.height);
  return g;
}
