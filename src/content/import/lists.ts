/** What a list in Markdown is: a table of contents, options to choose from, questions, or part of an answer. */
import { asks, markedAnswer, markedQuestion } from './asking.ts';
import { type Item, isJump, type List, linesOf, type Page, plainOf } from './blocks.ts';
import type { Gathering, Shape } from './gathering.ts';

export const shapeOf = ({ ordered }: List): Shape => (ordered ? 'numbered' : 'bullet');

/** Whether a list says nothing but where to go on the page, at any depth. */
export const isContents = (list: List): boolean => list.children.every(isContentsItem);

function isContentsItem({ children }: Item): boolean {
  const [first, ...rest] = children;
  return (
    first?.type === 'paragraph' && isJump(first) && rest.every(it => it.type === 'list' && isContents(it))
  );
}

/** Lists without a blank line between them are one to the parser; where numbers begin anew there is another. */
export function runsOf({ source }: Page, list: List): List[] {
  const numberOf = ({ position }: Item) => {
    const start = position!.start.offset!;
    return Number(/^\d{1,9}/.exec(source.text.slice(start, start + 9)));
  };
  const runs: Item[][] = [];
  for (const item of list.children) {
    const last = runs.at(-1)?.at(-1);
    if (last === undefined || (list.ordered && numberOf(item) <= numberOf(last))) runs.push([item]);
    else runs.at(-1)!.push(item);
  }
  return runs.map(children => ({
    ...list,
    children,
    position: { start: children[0]!.position!.start, end: children.at(-1)!.position!.end },
  }));
}

/** Whether the items are questions, or answers to the one that is open. */
export function holdsQuestions(page: Page, list: List, gathering: Gathering): boolean {
  const lines = firstLinesOf(page, list);
  if (lines.some(it => markedQuestion(it) !== undefined)) return true;
  if (isChoice(lines)) return false;
  if (gathering.isOpen && markedAnswer(lines[0]!) !== undefined) return true;
  if (list.children.some(it => it.children[0]?.type === 'heading')) return gathering.shape !== 'details';
  const asking = lines.filter(asks).length;
  return asking * 2 > lines.length && standsApart(list, gathering, asking === lines.length);
}

/** Whether questions in a list are no answer to the open one, which could be questions, too. */
function standsApart(list: List, { isOpen, shape, hasAnswer }: Gathering, allAsk: boolean): boolean {
  if (!isOpen) return true;
  if (shape === 'numbered' || shape === 'bullet') return shape === shapeOf(list);
  return shape === 'marked' && hasAnswer && list.ordered === true && allAsk;
}

/** Whether a list below a question has marks of its own. */
export function holdsMarks(page: Page, list: List): boolean {
  const lines = firstLinesOf(page, list);
  const isMarked = (it: string) => markedQuestion(it) !== undefined || markedAnswer(it) !== undefined;
  return !isChoice(lines) && lines.some(isMarked);
}

/** A, B, C: there A marks no answer. */
const isChoice = (lines: readonly string[]) => lines.some(it => /^b\s*[:.)]/i.test(it));

function firstLinesOf(page: Page, list: List): string[] {
  return list.children.map(({ children: [first] }) => {
    if (first?.type === 'heading') return plainOf(first);
    return first?.type === 'paragraph' ? linesOf(page, first)[0]!.plain : '';
  });
}
