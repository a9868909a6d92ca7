/** A plot with what stands for it: a caption, a sentence for those who cannot see it, the figures as a table. */
import { type Content, html, type Markup } from '../markup.ts';

export interface Figure {
  /** Above the plot, for everybody. */
  caption: Content;
  /** What a look at the plot would tell, in a sentence or two: its text alternative. */
  told: string;
  plot: Markup;
  /** Pixels, without its labels. */
  height: number;
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
}

export function figureOf({ caption, told, plot, height, table }: Figure): Markup {
  return html`<figure>
<figcaption>${caption}</figcaption>
<div class="area"><svg role="img" aria-label="${told}" height="${height}">${plot}</svg></div>
<details><summary>The figures as a table</summary>
<table><thead><tr>${table.head.map(it => html`<th scope="col">${it}</th>`)}</tr></thead>
<tbody>${table.rows.map(row => html`<tr>${row.map(it => html`<td>${it}</td>`)}</tr>`)}</tbody></table></details>
</figure>`;
}
