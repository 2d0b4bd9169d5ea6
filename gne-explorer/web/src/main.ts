import './explorer.css';
import type { Description } from './data/description';
import { EmbeddedSource } from './data/embedded';
import { type LiveDescription, LiveSource } from './data/live';
import { load } from './data/loaded';
import { messageOf } from './data/message';
import { ServerSource } from './data/server';
import { Explorer } from './explorer';
import { Live } from './live';
import { h } from './ui/dom';

function text(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

async function start(app: HTMLElement): Promise<void> {
  const description = JSON.parse(text('description')) as Description | LiveDescription;
  if (description.source === 'live') {
    const source = new LiveSource(description);
    new Live(source, await source.classes(), await source.target(), app);
    document.documentElement.dataset.ready = 'yes';
    return;
  }
  const source =
    description.source === 'server'
      ? new ServerSource(description)
      : new EmbeddedSource(description, (name) => text(`payload-${name}`));
  new Explorer(await load(source), app);
  document.documentElement.dataset.ready = 'yes';
}

const app = document.getElementById('app')!;
app.append(h('p', { class: 'loading', role: 'status' }, 'Loading the map …'));
start(app).catch((e: unknown) => {
  const message = messageOf(e);
  app.replaceChildren(h('p', { class: 'loading', role: 'alert' }, message));
});
