import { digits } from './numbers';

const HEIGHT = 150;

/** Draws the loss of each epoch as a line. */
export class LossCurve {
  readonly element = document.createElement('canvas');
  private readonly losses: number[] = [];

  constructor() {
    this.element.className = 'curve';
    this.element.setAttribute('role', 'img');
  }

  /** @param from the epoch of the first loss */
  add(from: number, losses: readonly number[]): void {
    this.losses.splice(from, Infinity, ...losses);
    this.draw();
  }

  draw(): void {
    const ratio = window.devicePixelRatio || 1;
    const width = this.element.clientWidth || 280;
    this.element.width = width * ratio;
    this.element.height = HEIGHT * ratio;
    const g = this.element.getContext('2d')!;
    g.scale(ratio, ratio);
    const style = getComputedStyle(document.documentElement);
    const { losses } = this;
    if (losses.length === 0) return;
    this.element.setAttribute('aria-label', `loss over ${losses.length} epochs, now ${digits(losses[losses.length - 1])}`);
    const low = losses.reduce((a, b) => Math.min(a, b));
    const high = losses.reduce((a, b) => Math.max(a, b));
    // Logarithmic: the loss falls so far in the first epochs that later changes would not be visible.
    const top = Math.log(high);
    const reach = top - Math.log(low) || 1;
    const x = (i: number) => 6 + ((width - 12) * i) / Math.max(1, losses.length - 1);
    const y = (loss: number) => 18 + ((HEIGHT - 36) * (top - Math.log(loss))) / reach;
    g.font = '11px system-ui, sans-serif';
    g.fillStyle = style.getPropertyValue('--soft');
    g.fillText(`${digits(high)} (logarithmic)`, 6, 11);
    g.fillText(`${digits(low)} lowest`, 6, HEIGHT - 4);
    g.beginPath();
    losses.forEach((loss, i) => (i ? g.lineTo(x(i), y(loss)) : g.moveTo(x(i), y(loss))));
    g.lineWidth = 2;
    g.lineJoin = 'round';
    g.strokeStyle = style.getPropertyValue('--accent');
    g.stroke();
    g.beginPath();
    g.arc(x(losses.length - 1), y(losses[losses.length - 1]), 3.5, 0, 2 * Math.PI);
    g.fillStyle = style.getPropertyValue('--accent');
    g.fill();
  }
}
