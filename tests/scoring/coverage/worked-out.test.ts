/** A point all of whose words are cues: terms alone do not make it, terms that are worked out do. */
import { expect, test } from 'vitest';
import { shippedLexicon } from '../../../src/scoring/lexicon/files.ts';
import { contextOf } from '../../../src/scoring/signals/context.ts';
import { submission } from '../asking.ts';

const cues = ['reach', 'impact', 'confidence', 'effort'];
const text = [
  'For the other two I put down reach, impact, confidence and effort, and the score is their product.',
];
const points = [{ id: 'score', text, weight: 1, cues }];

const status = (answer: string) =>
  contextOf(submission(answer, { prompt: 'Which goes first?', points }), shippedLexicon()).coverage
    .findings[0]!.status;

const TERMS = 'By reach, impact, confidence, effort.';

test.each([
  ['a sum that holds', '500 × 0.5 × 0.8 / 4 = 50.', 'covered'],
  ['code with a result', '\n```\nconst it = rank(500, 0.5)\n// it is now 250\n```\n', 'covered'],
  ['code that does something', '\n```\nreturn 500 * share / weeks\n```\n', 'covered'],
  ['a sum that does not hold', '500 × 0.5 × 0.8 / 4 = 70.', 'missing'],
  ['code that only calls', '\n```\nrank(it)\n// ranks it\n```\n', 'missing'],
  ['nothing', '', 'missing'],
  ['a sum far behind', 'It rains. It snows. It hails. It thaws. 500 × 0.5 × 0.8 / 4 = 50.', 'missing'],
])('beside %s', (_, rest, expected) => expect(status(`${TERMS} ${rest}`)).toBe(expected));
