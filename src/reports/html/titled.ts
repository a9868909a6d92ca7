/** Short lists with a title of their own. */
import { type Content, html } from './markup.ts';

/** A small title and its list, or nothing for no items. */
export function titled(title: string, items: readonly Content[]): Content {
  return (
    items.length > 0 &&
    html`<div class="titled"><b>${title}</b><ul>${items.map(it => html`<li>${it}</li>`)}</ul></div>`
  );
}

/** The same, to be opened by those who want it; the title says how many there are. */
export function folded(title: string, items: readonly Content[]): Content {
  return (
    items.length > 0 &&
    html`<details class="titled"><summary><b>${title}</b> ${items.length}</summary><ul>${items.map(it => html`<li>${it}</li>`)}</ul></details>`
  );
}
