/** Loops can be planned: draws find enough questions, and nothing is asked twice. */
import type { Library, Loop } from '../model/content.ts';
import { allShelved, findQuestions, fits } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { type Seen, spanAt } from './place.ts';
import { problemAt } from './problems.ts';
import { quoted } from './showing.ts';

/** Draws that the library cannot fill with questions not pinned by the loop, and questions pinned twice. */
export function checkDraws({ source, tree }: Seen, loop: Loop, library: Library): Problem[] {
  const problems: Problem[] = [];
  const complain = (path: PropertyKey[], message: string, hint: string) =>
    problems.push(problemAt(source, spanAt(tree, path, 'value'), message, { hint }));
  const pinned = new Set<string>();
  const entries = loop.rounds.flatMap((round, r) =>
    round.questions.map((entry, q) => ({ entry, path: ['rounds', r, 'questions', q] })),
  );
  for (const { entry, path } of entries) {
    if (typeof entry !== 'string') continue;
    const [found, another] = findQuestions(library, entry);
    if (!found || another) continue;
    if (pinned.has(found.ref)) complain(path, `The loop asks ${quoted(found.ref)} twice.`, 'Name it once.');
    pinned.add(found.ref);
  }
  const all = allShelved(library).filter(it => !pinned.has(it.ref));
  const together = new Set<string>();
  let wanted = 0;
  for (const { entry, path } of entries) {
    if (typeof entry === 'string') continue;
    const fitting = all.filter(it => fits(it, entry.draw));
    for (const { ref } of fitting) together.add(ref);
    wanted += entry.draw.count;
    if (fitting.length < entry.draw.count)
      complain(
        [...path, 'draw'],
        `${onlySo(fitting.length)} this draw of ${entry.draw.count}.`,
        'A question must match every line of a draw, and those that the loop names are not drawn.',
      );
    else if (together.size < wanted)
      complain(
        [...path, 'draw'],
        `${onlySo(together.size)} the draws up to here, which ask ${wanted} in all.`,
        'No question is drawn twice in a loop: ask for fewer, or draw from more.',
      );
  }
  return problems;
}

function onlySo(count: number): string {
  if (count === 0) return 'No question fits';
  return `Only ${count} ${count === 1 ? 'question fits' : 'questions fit'}`;
}
