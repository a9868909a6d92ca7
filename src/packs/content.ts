/** content/ of a pack: banks of what is asked and no more, one loop, the rubrics. It needs no other content. */
import { contentText } from '../content/written.ts';
import type { Bank, Loop, Question } from '../model/content.ts';
import { rubricsFor, type Shelved } from '../model/library.ts';
import { askedIn, closingsIn, type Kit } from './kit.ts';

/** The text of each file by its path in the pack. */
export function contentFiles(kit: Kit): Map<string, string> {
  const banks = banksOf(kit);
  const files = new Map([['content/loop.yaml', contentText(loopOf(kit))]]);
  for (const bank of banks) {
    files.set(`content/banks/${bank.id}/bank.yaml`, contentText(bank));
    for (const { coding } of bank.questions)
      for (const key of ['starter', 'tests'] as const)
        if (coding?.[key] !== undefined && coding.files?.[key] !== undefined)
          files.set(`content/banks/${bank.id}/${coding[key]}`, coding.files[key]);
  }
  for (const id of rubricIdsOf(kit))
    files.set(`content/rubrics/${id}.yaml`, contentText(kit.library.rubrics.get(id)!));
  return files;
}

/** The rubrics of all that is asked, in the order of their ids. */
export function rubricIdsOf(kit: Kit): string[] {
  const asked = [...askedIn(kit), ...closingsIn(kit)];
  const ids = new Set(asked.flatMap(it => rubricsFor(kit.library, it.question)));
  return [...ids].filter(id => kit.library.rubrics.has(id)).sort();
}

/** A question as a pack holds it: bound to its rubrics, and without names that lead out of the pack. */
export function packed(kit: Pick<Kit, 'library'>, question: Question): Question {
  return { ...question, related: [], rubric: rubricsFor(kit.library, question) };
}

function banksOf(kit: Kit): Bank[] {
  const shelves = new Map<string, Shelved[]>();
  for (const asked of [...askedIn(kit), ...closingsIn(kit)])
    shelves.set(asked.bank.id, [...(shelves.get(asked.bank.id) ?? []), asked]);
  return [...shelves.values()].map(them => ({
    ...them[0]!.bank,
    questions: them.map(it => packed(kit, it.question)),
  }));
}

function loopOf({ id, title, level, breakMinutes, facts, rounds }: Kit): Loop {
  return {
    kind: 'loop',
    id,
    title,
    level,
    breakMinutes,
    facts,
    rounds: rounds.map(({ round, questions }) => ({ ...round, questions: questions.map(it => it.ref) })),
  };
}
