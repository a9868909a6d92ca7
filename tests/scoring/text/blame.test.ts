import { describe, expect, test } from 'vitest';
import { admissionsIn, blamesIn } from '../../../src/scoring/text/blame.ts';

const blames = (text: string) => blamesIn(text).map(it => text.slice(it.start, it.end));

describe('blames', () => {
  test.each([
    'It was their fault, entirely.',
    "In the end it was the ops team's fault.",
    "It was Martin's fault.",
    'The testers never did their job.',
    'They didn’t even do their homework.',
    'We were late because of the idiots in ops.',
    'My manager was completely incompetent.',
    'Sales had no clue what we build.',
    'We failed because of their sloppiness.',
    'The other team let us down again.',
    'Marketing just could not be bothered.',
    'The vendor lied to everybody.',
    'It was not my fault that it broke.',
    'It had nothing to do with me.',
    'With a decent team it would have worked.',
    'He was to blame for the delay.',
    'They never listen to anybody.',
  ])('%s', text => expect(blames(text)).toHaveLength(1));
});

describe('does not blame', () => {
  test.each([
    'It was my fault.',
    'It was not their fault, the brief was unclear.',
    'Nobody was to blame, the process was.',
    'It was nobody’s fault.',
    'The postmortem blamed no one.',
    'My manager said the ops people were idiots, and I disagreed.',
    'I felt like an idiot when I saw the log.',
    'The customer never replied, so I called.',
    'The test failed because of a race.',
    'The default of the database is read committed.',
    'That was the fault of the cache.',
    'I would apologise even if it is not my fault.',
    'The designers delivered a week late, so I moved the review.',
    'The retry was useless here.',
    'It was clearly a stupid default.',
    'They did not have the time to do it.',
  ])('%s', text => expect(blames(text)).toEqual([]));
});

test.each([
  ['It was my mistake.', 1],
  ['I should have asked, and I took responsibility.', 2],
  ['It was partly on me.', 1],
  ['It was not my fault.', 0],
  ['It was their fault.', 0],
])('%s is owned %i times', (text, count) => expect(admissionsIn(text)).toHaveLength(count));
