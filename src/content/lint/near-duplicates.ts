/** Questions that are asked twice in other words. */
import { allShelved, isAkin } from '../../model/library.ts';
import { quoted } from '../showing.ts';
import { likeness, meaningIn } from './alike.ts';
import type { Lint } from './finding.ts';

/** Of the words of two prompts so many are shared, if they ask the same. */
const SAME = 0.6;

/** Questions of the library that ask nearly the same; those that name each other as related are known to. */
export const nearDuplicates: Lint<'bank'> = (bank, { library }) => {
  const all = allShelved(library).map(it => ({ ...it, words: meaningIn(it.question.prompt) }));
  return bank.questions.flatMap((question, at) => {
    const own = meaningIn(question.prompt);
    const ref = `${bank.id}/${question.id}`;
    const earlier = all.slice(
      0,
      all.findIndex(it => it.ref === ref),
    );
    const twin = earlier.find(it => likeness(own, it.words) >= SAME && !isAkin({ ref, bank, question }, it));
    if (!twin) return [];
    return [
      {
        path: ['questions', at, 'prompt'],
        message: `This asks nearly what ${quoted(twin.ref)} asks.`,
        hint: 'Ask something else, or name it under `related`, so that the two are never drawn together.',
      },
    ];
  });
};
