/** What behavioural questions ask for: the themes that the classifiers tell apart (tables/themes.txt). */

export interface Theme {
  /** Its class in the classifiers, and its file in corpus/. */
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  /** Ids of themes whose stories are often the same story. */
  readonly near: readonly string[];
}

/** Themes by their ids. */
export type Themes = ReadonlyMap<string, Theme>;

/** Reads the text of themes.txt: a line a theme, its id, its name and those near it, parted by bars. */
export function themesOf(text: string): Themes {
  const lines = text.split(/\r?\n/).filter(it => it.includes('|') && !it.startsWith('#'));
  const themes = lines.map(line => {
    const [id, name, near] = line.split('|').map(it => it.trim());
    return { id: id!, name: name!, near: near ? near.split(', ') : [] };
  });
  return new Map(themes.map(it => [it.id, it]));
}
