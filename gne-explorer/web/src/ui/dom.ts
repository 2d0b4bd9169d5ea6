type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** Creates an element. Children are elements or text, never HTML: text from the data cannot become markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A part of the side panel, with buttons beside its heading. */
export function card(title: string, buttons: HTMLButtonElement[], ...children: (Node | string | null)[]): HTMLElement {
  return h('section', { class: 'card' }, h('div', { class: 'head' }, h('h2', {}, title), ...buttons), ...children);
}

/** Formats a number with four significant digits. */
export function digits(value: number): string {
  if (Number.isNaN(value)) return 'missing';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-3) return value.toExponential(2);
  return String(Number(value.toPrecision(4)));
}

export function whole(value: number): string {
  return value.toLocaleString('en');
}
