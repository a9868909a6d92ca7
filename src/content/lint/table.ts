/** The lints there are. To add one: a function in this folder and a line here. */
import { likeAnchors } from './anchors.ts';
import type { Lint, Linted } from './finding.ts';
import { fewFollowUps } from './follow-ups.ts';
import { fullRounds, oneCompetency, principles, wrongLevel } from './loops.ts';
import { deafPitfalls, weakModelAnswers } from './model-answers.ts';
import { strangeNames } from './names.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { askedPoints, overlappingPoints, vaguePoints } from './points.ts';
import { loadedLoops, loadedRubrics, loadedWording } from './wording.ts';

export const LINTS: { readonly [Kind in keyof Linted]: Readonly<Record<string, Lint<Kind>>> } = {
  bank: {
    'vague points': vaguePoints,
    'overlapping points': overlappingPoints,
    'points that the question says': askedPoints,
    'weak model answers': weakModelAnswers,
    'pitfalls that catch nobody': deafPitfalls,
    'near-duplicate questions': nearDuplicates,
    'few follow-ups': fewFollowUps,
    'names that nothing else has': strangeNames,
    'loaded wording': loadedWording,
  },
  loop: {
    'full and empty rounds': fullRounds,
    'one competency for all': oneCompetency,
    'unbalanced principles': principles,
    'questions for other levels': wrongLevel,
    'loaded wording': loadedLoops,
  },
  rubric: { 'anchors that hardly differ': likeAnchors, 'loaded wording': loadedRubrics },
};
