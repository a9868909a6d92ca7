import { expect, test } from 'vitest';
import { prepare } from '../../../src/scoring/coverage/prepared.ts';
import { isAsked, isCue, isOfTopic } from '../../../src/scoring/coverage/topic.ts';
import { NO_LEXICON } from '../../../src/scoring/lexicon/lexicon.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';
import { submission } from '../asking.ts';

const question = (prompt: string, text: string, cues: string[] = []) =>
  prepare(
    submission('', { prompt, points: [{ id: 'p', text: [text], weight: 1, cues }] }).asked,
    {},
    NO_LEXICON,
  );

test('what a word is to one question does not cling to it when another asks', () => {
  const [word] = wordsOf('mutexes');
  const locks = question('What is a mutex?', 'It guards a map.');
  const maps = question('What is a map?', 'A mutex guards it.', ['mutex']);
  const rest = question('What is a channel?', 'It carries values.');
  const seen = [locks, maps, rest, locks].map(it => [
    isOfTopic(it, word!),
    isAsked(it, word!),
    isCue(it, word!),
  ]);
  expect(seen).toEqual([
    [true, true, false],
    [true, false, true],
    [false, false, false],
    [true, true, false],
  ]);
});
