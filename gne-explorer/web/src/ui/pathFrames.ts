/** The side of a frame in pixels, about. */
const SIDE = 224;

/** Milliseconds between two frames. */
export const DELAY = 60;

/** The last frame stays for so long. */
export const PAUSE = 900;

/** Images one after the other on one canvas, enlarged with sharp pixels. */
export class PathFrames {
  readonly canvas = document.createElement('canvas');
  readonly g: CanvasRenderingContext2D;

  /** @param images of equal size, at least one */
  constructor(private readonly images: readonly HTMLCanvasElement[]) {
    const zoom = Math.max(1, Math.round(SIDE / Math.max(images[0].width, images[0].height)));
    // Videos of odd sizes cannot be played everywhere.
    this.canvas.width = 2 * Math.ceil((zoom * images[0].width) / 2);
    this.canvas.height = 2 * Math.ceil((zoom * images[0].height) / 2);
    this.g = this.canvas.getContext('2d', { willReadFrequently: true })!;
    this.g.imageSmoothingEnabled = false;
  }

  get count(): number {
    return this.images.length;
  }

  draw(frame: number): void {
    this.g.drawImage(this.images[frame], 0, 0, this.canvas.width, this.canvas.height);
  }
}
