/** Stories in which their teller does nothing: fables, films, what happened elsewhere; and honest ones that come near. */
import { expect, test } from 'vitest';
import { createJudge } from '../../../src/batch/single.ts';
import { openLibrary } from '../../../src/content/files.ts';

const library = await openLibrary();
const judge = await createJudge({ library });
const flagsOf = async (answer: string, question = 'leadership/target-out-of-reach') =>
  (await judge({ question, answer })).flags.map(it => it.kind);

const FABLE =
  'Situation: A crow was dying of thirst, and the water stood low in a tall jug. Task: She needed to reach it before ' +
  'noon. Action: She threw her weight against the jug, which did not move. Then she dropped pebbles into it, one after ' +
  'the other, forty in all. Result: The water rose to the brim. She drank, and the other birds copied her.';

test('a fable under the names of the parts is far from what was asked', async () => {
  expect(await flagsOf(FABLE)).toEqual(['far-from-topic']);
});

test('so is one that the teller leads over to, and learns from', async () => {
  const framed = `I like the story of the crow. ${FABLE} I learned that one must not stop at half of it.`;
  expect(await flagsOf(framed)).toEqual(['far-from-topic']);
});

test('one word of the teller in the middle, and it is theirs', async () => {
  expect(await flagsOf(FABLE.replace('Then she', 'Then we'))).toEqual([]);
});

test('a deed with its subject dropped is the teller’s', async () => {
  const terse =
    'Target: 900 seedlings by May. Half of April gone, 200 alive. The heater had died in a frost, and the landlord ' +
    'would not pay. Borrowed a lamp from the dairy. Sowed again on the 16th, covered the trays with old windows. The dairy ' +
    'lent a second lamp. 870 stood on the market, the rest came a week later.';
  expect(await flagsOf(terse)).toEqual([]);
});

test('who tells in the passive does not say who did it', async () => {
  const passive =
    'By the middle of the term 40 of 300 maps had been copied. The remaining sheets were sorted by condition, and the torn ' +
    'ones were put aside. A second camera was lent by the museum. Two shifts were agreed upon. The archive opened an hour ' +
    'earlier. Visitors complained twice. By the end 290 maps had been copied, and the rest was finished in January.';
  expect(await flagsOf(passive)).toEqual([]);
});

test('somebody who was made responsible is in the story, however little they say of themselves', async () => {
  const beside =
    'I was made responsible for the harvest with half of it still standing. The weather turned, and two drivers fell ill. ' +
    'The neighbours came with their machines and stayed for three nights. The last field was cut on the Sunday. The mill ' +
    'took all of it, and the price held until the end of the year.';
  expect(await flagsOf(beside)).toEqual([]);
});
