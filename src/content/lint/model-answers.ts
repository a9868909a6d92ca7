/** Model answers that would not pass themselves. */

import { wordingsOf } from '../../model/pitfalls.ts';
import type { AnswerScore } from '../../model/score.ts';
import { quoted } from '../showing.ts';
import { askedIn, type Finding, judged, type Lint } from './finding.ts';

/** What a model answer scores at the least; below, the points ask for what it does not say. */
const STRONG = 85;

/** Of the model answer to a follow-up, which is short. */
const THERE = 55;

/** Model answers that score low, raise a flag or step into a pitfall. */
export const weakModelAnswers: Lint<'bank'> = (bank, around) =>
  askedIn(bank).flatMap(place =>
    place.asked.answer.flatMap((answer, at) => {
      const path = [...place.path, 'answer', at];
      const score = judged(answer, place, bank, around);
      return [...tripped(score, path), ...low(score, place.isMain ? STRONG : THERE, path)];
    }),
  );

function tripped({ pitfalls, flags }: AnswerScore, path: PropertyKey[]): Finding[] {
  const hint = 'Reword the one or the other.';
  return [
    ...pitfalls.map(it => ({
      path,
      message: `The model answer steps into the pitfall ${quoted(it.id)}.`,
      hint,
    })),
    ...flags.map(it => ({ path, message: `The model answer is flagged as ${it.kind}: ${it.reason}`, hint })),
  ];
}

function low(
  { score, status, cause, points, criteria }: AnswerScore,
  least: number,
  path: PropertyKey[],
): Finding[] {
  if (status !== 'scored')
    return [
      {
        path,
        message: `The model answer cannot be judged: ${cause ?? 'nothing to judge it by'}.`,
        hint: 'Give the question points.',
      },
    ];
  if (score! >= least) return [];
  const missing = points.filter(it => it.status !== 'covered').map(it => quoted(it.id));
  const thin = criteria.filter(it => it.level !== null && it.level < 3).map(it => quoted(it.id));
  const because =
    missing.length > 0 ? `points not covered: ${missing.join(', ')}` : `thin: ${thin.join(', ')}`;
  return [
    {
      path,
      message: `The model answer scores ${score}, below ${least} (${because}).`,
      hint: 'Say in the answer what the points ask for, or ask for what it says.',
    },
  ];
}

/** Wrong claims that are not found when somebody makes them word for word. */
export const deafPitfalls: Lint<'bank'> = (bank, around) =>
  askedIn(bank).flatMap(place =>
    place.asked.pitfalls.flatMap((pitfall, at) => {
      const isDeaf = (claim: string) =>
        judged(sentence(claim), { ...place, isMain: false }, bank, around).pitfalls.every(
          it => it.id !== pitfall.id,
        );
      const deaf = wordingsOf(pitfall).find(isDeaf);
      return deaf === undefined
        ? []
        : {
            path: [...place.path, 'pitfalls', at],
            message:
              deaf === pitfall.text
                ? 'Whoever claims this is not caught.'
                : `Whoever claims ${quoted(deaf)} is not caught.`,
            hint: 'Write it as a claim that somebody would make, in one sentence, and nearer to no point.',
          };
    }),
  );

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
