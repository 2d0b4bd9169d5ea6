import { h } from './dom';

/** Light or dark: the system's setting, until the reader chooses. */
export class Theme {
  readonly button = h('button', { class: 'quiet theme', click: () => this.toggle() });
  private readonly system = window.matchMedia('(prefers-color-scheme: dark)');
  private chosen: boolean | null = null;

  constructor(private readonly changed: (dark: boolean) => void) {
    this.system.addEventListener('change', () => this.apply());
  }

  private get dark(): boolean {
    return this.chosen ?? this.system.matches;
  }

  apply(): void {
    document.documentElement.dataset.theme = this.dark ? 'dark' : 'light';
    this.button.textContent = this.dark ? 'Light' : 'Dark';
    this.button.setAttribute('aria-label', `use ${this.dark ? 'light' : 'dark'} colours`);
    this.changed(this.dark);
  }

  /** The reader's choice, or null for the system's setting. */
  get choice(): 'dark' | 'light' | null {
    return this.chosen === null ? null : this.chosen ? 'dark' : 'light';
  }

  set choice(theme: 'dark' | 'light' | null) {
    this.chosen = theme === null ? null : theme === 'dark';
    this.apply();
  }

  private toggle(): void {
    this.chosen = !this.dark;
    this.apply();
  }
}
