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

/**
 * A part of the side panel that can be folded, with buttons beside its heading.
 *
 * @param id the same whenever the page is opened: folded parts stand in the address
 */
export function card(id: string, title: string, buttons: HTMLButtonElement[], ...children: (Node | string | null)[]): HTMLElement {
  const body = h('div', { class: 'body', id: `panel-${id}` }, ...children);
  const fold = h('button', { class: 'fold', 'aria-expanded': 'true', 'aria-controls': body.id, click: () => folded(element, !body.hidden) }, title);
  const element = h('section', { class: 'card', 'data-panel': id }, h('div', { class: 'head' }, h('h2', {}, fold), ...buttons), body);
  return element;
}

/** Folds or unfolds a part of the panel; the event `fold` reports it. */
export function folded(element: HTMLElement, hide: boolean): void {
  element.querySelector<HTMLElement>('.body')!.hidden = hide;
  element.querySelector('.fold')!.setAttribute('aria-expanded', String(!hide));
  element.dispatchEvent(new CustomEvent('fold', { bubbles: true }));
}

export function heading(element: HTMLElement, text: string): void {
  element.querySelector('.fold')!.textContent = text;
}

/** Terms and their descriptions. */
export function facts(lines: readonly (readonly [string, string])[]): HTMLElement {
  return h('dl', { class: 'facts' }, ...lines.flatMap(([name, value]) => [h('dt', {}, name), h('dd', { title: value }, value)]));
}

/** Saves a file through the browser. */
export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  h('a', { href: url, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
