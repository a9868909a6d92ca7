import { expect, test } from 'vitest';
import { stem } from '../../../src/scoring/text/stem.ts';

/** Examples from Porter's paper, step by step. */
const PAIRS =
  `caresses caress, ponies poni, cats cat, feed feed, agreed agre, plastered plaster, motoring motor,
  sing sing, conflated conflat, troubled troubl, sized size, hopping hop, falling fall, hissing hiss, failing fail,
  filing file, happy happi, sky sky, relational relat, conditional condit, rational ration, digitizer digit,
  operator oper, feudalism feudal, decisiveness decis, triplicate triplic, formalize formal, electrical electr,
  hopeful hope, goodness good, revival reviv, allowance allow, adjustable adjust, replacement replac,
  dependent depend, adoption adopt, activate activ, effective effect, probate probat, rate rate, cease ceas, roll roll`
    .split(',')
    .map(pair => pair.trim().split(/\s+/) as [string, string]);

test.each(PAIRS)('%s becomes %s', (word, expected) => expect(stem(word)).toBe(expected));

test('forms of one word share a stem', () => {
  expect(new Set(['schedule', 'scheduler', 'scheduling', 'scheduled', 'schedules'].map(stem)).size).toBe(1);
});

test.each(['go', 'p99', 'naïve', '東京', ''])('"%s" stays as it is', word => expect(stem(word)).toBe(word));
