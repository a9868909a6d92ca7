// Rows of cells as aligned lines.

/** The first column begins at the left, the others end at the right. @param {readonly (readonly string[])[]} rows */
export function columns(rows) {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => (row[at] ?? '').length)));
  const lineOf = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return rows.map(row => `${lineOf(row).trimEnd()}\n`).join('');
}
