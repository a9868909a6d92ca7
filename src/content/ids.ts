/** Ids that must differ within one file. */
import type { Problem } from '../model/problem.ts';
import { items, type Name, nameIn, part, type Seen } from './place.ts';
import { problemAt } from './problems.ts';
import { quoted } from './showing.ts';
import { placeOf, type Source } from './source.ts';
import type { Tree } from './tree.ts';

/** Every second use of an id: of questions, follow-ups (at any depth), points, pitfalls, rounds, criteria and probes. */
export function checkIds({ source, tree, kind }: Seen): Problem[] {
  if (kind === 'loop') return repeated(source, 'rounds', items(tree, 'rounds'));
  if (kind === 'rubric') {
    const criteria = items(tree, 'criteria');
    const probes = criteria.flatMap(it => repeated(source, 'probes', items(it, 'probes')));
    return [...repeated(source, 'criteria', criteria), ...probes];
  }
  const questions = items(tree, 'questions');
  return [...repeated(source, 'questions', questions), ...questions.flatMap(it => inQuestion(source, it))];
}

function inQuestion(source: Source, question: Tree): Problem[] {
  const followUps = followUpsOf(question);
  const parts = [question, ...followUps].flatMap(it => [
    ...repeated(source, 'points', items(it, 'points')),
    ...repeated(source, 'pitfalls', items(it, 'pitfalls')),
    ...twoManners(source, items(it, 'pitfalls')),
  ]);
  return [...parts, ...repeated(source, 'follow-ups', followUps)];
}

/** All follow-ups below a question, outer before inner. */
export function followUpsOf(question: Tree): Tree[] {
  return items(question, 'followUps').flatMap(it => [it, ...followUpsOf(it)]);
}

function twoManners(source: Source, pitfalls: readonly Tree[]): Problem[] {
  return pitfalls
    .filter(it => part(it, 'absent') && part(it, 'signal'))
    .map(it =>
      problemAt(source, part(it, 'signal')!.key, 'A pitfall has either "absent" or "signal", not both.', {
        hint: 'Make two pitfalls of it.',
      }),
    );
}

/** A problem for each id that an earlier item of the list has. */
export function repeated(source: Source, plural: string, trees: readonly Tree[]): Problem[] {
  const first = new Map<string, Name>();
  return trees.flatMap(tree => {
    const id = nameIn(tree, 'id');
    if (!id) return [];
    const before = first.get(id.text);
    if (!before) {
      first.set(id.text, id);
      return [];
    }
    return [
      problemAt(source, id.span, `There are two ${plural} with the id ${quoted(id.text)}.`, {
        hint: `The first is in line ${placeOf(source, before.span[0]).line}.`,
      }),
    ];
  });
}
