/** Trees drawn with signs: `├─ demand`, `│  └─ new visitors`, `|-- supply`. */

/** What runs down on the left of a branch, and the sign of the branch; signs of the keyboard need a blank behind them. */
const BEFORE = String.raw`[ \t│┃║|]*`;
const SIGN = String.raw`(?:[├└┣┗╠╚╰][─━═-]{1,4}>?\s*|(?:\|-{1,4}|[\x60+\\]-{2,4})>?\s+)`;

/** A line that is a branch; neither the rule of a table nor its border. Its first group is what stands before the sign. */
export const BRANCH = new RegExp(String.raw`^(${BEFORE})${SIGN}(?=[^\s|:+─━═-])`);

/** The signs before a branch, at the end of a text. */
export const BRANCH_BEFORE = new RegExp(String.raw`(?:^|[\r\n])${BEFORE}${SIGN}$`);

/** Fewer branches than this are no tree. */
const LEAST = 2;

/** Whether lines are mostly the branches of a tree: text, then, and no code, though people put it between fences. */
export function isTree(lines: readonly string[]): boolean {
  const said = lines.filter(it => /[\p{L}\p{N}]/u.test(it));
  const branches = said.filter(it => BRANCH.test(it)).length;
  return branches >= LEAST && 2 * branches > said.length;
}
