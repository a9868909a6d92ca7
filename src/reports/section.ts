/** Rows under a title, an empty one above it, in a text for a terminal; nothing where there are no rows. */
export function section(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...rows];
}
