import { h } from './dom';

/** The width of the side panel in pixels, if the reader does not change it. */
export const USUAL = 340;

const NARROWEST = 260;

const WIDEST = 760;

/** Pixels by which a key changes the width. */
const STEP = 20;

/** The edge between map and side panel: drag it, or move it with the arrow keys, to give the panel another width. */
export class Divider {
  readonly element = h('div', {
    class: 'divider',
    role: 'separator',
    tabindex: 0,
    title: 'Drag to make the panel wider or narrower; double click for the usual width',
    'aria-label': 'width of the panel',
    'aria-orientation': 'vertical',
    'aria-valuemin': NARROWEST,
    'aria-valuemax': WIDEST,
  });
  private current = USUAL;

  /**
   * @param app the page, whose style has the width
   * @param changed is called when the reader has changed the width
   */
  constructor(
    private readonly app: HTMLElement,
    private readonly changed: () => void,
  ) {
    const { element } = this;
    let dragged = false;
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      dragged = true;
      element.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    element.addEventListener('pointermove', (event) => {
      if (dragged) this.choose(app.getBoundingClientRect().right - event.clientX);
    });
    const end = () => (dragged = false);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
    element.addEventListener('dblclick', () => this.choose(USUAL));
    element.addEventListener('keydown', (event) => {
      const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
      if (by) this.choose(this.width + by);
      else if (event.key === 'Home') this.choose(USUAL);
      else return;
      event.preventDefault();
    });
    this.width = USUAL;
  }

  get width(): number {
    return this.current;
  }

  set width(pixels: number) {
    this.current = Math.round(Math.min(WIDEST, 0.7 * window.innerWidth, Math.max(NARROWEST, pixels)));
    this.app.style.setProperty('--side', `${this.current}px`);
    this.element.setAttribute('aria-valuenow', String(this.current));
  }

  private choose(pixels: number): void {
    this.width = pixels;
    this.changed();
  }
}
