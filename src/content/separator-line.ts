/** A first line `sep=;`, by which spreadsheets are told what separates the columns of a CSV file. */

/** Any sign of ASCII but the quote; a spreadsheet takes just one. */
const LINE = /^"?sep=([\t!#-/:-@[-`{-~])"?(?=\r?\n)/i;

/** The separator and the length of the line without its break, in UTF-16 units; undefined where there is no such line. */
export function separatorLine(text: string): { separator: string; length: number } | undefined {
  const found = LINE.exec(text);
  return found ? { separator: found[1]!, length: found[0].length } : undefined;
}
