/** A story on the theme fits, a good story on another one does not, and where nothing is known nothing is said. */
import { describe, expect, test } from 'vitest';
import { shippedThemes } from '../../../../src/scoring/lexicon/themes/files.ts';
import { askedThemes, OFF_THEME, themeFit } from '../../../../src/scoring/lexicon/themes/fit.ts';
import { themesOf } from '../../../../src/scoring/lexicon/themes/themes.ts';
import { parse } from '../../../../src/scoring/text/answer.ts';

const themes = shippedThemes();
const judged = (prompt: string, story: string) => themeFit(themes, parse(prompt), parse(story));

/** A question of each theme, and a story that answers it in nobody's textbook words. */
const STORIES: readonly (readonly [theme: string, prompt: string, story: string])[] = [
  [
    'disagreement',
    'Tell me about a time you disagreed with your boss.',
    `Our head gardener wanted to fell the old walnut. I told her I thought it was a mistake and gave my reasons in
    private, with two photos of the roots. She heard me out and still said no, it was her decision. So I went along with
    it and ordered the saw myself, without grumbling.`,
  ],
  [
    'conflict',
    'Tell me about a conflict in your team.',
    `The two cutters in our tailor shop had stopped talking to each other after a row over the radio. I took each of them
    aside, heard her side and then his, and sat them down with both cups of tea in front of them. They apologised, we
    agreed ground rules for the music, and they get on fine now.`,
  ],
  [
    'failure',
    'Tell me about a time you failed.',
    `I opened a second market stall in March and it flopped. I had misjudged the footfall and never asked the other
    traders. After ten weeks I gave up and closed it down, four thousand gone. In hindsight I should have stood there for
    a morning and counted. I was too proud to admit it for a month.`,
  ],
  [
    'pressure',
    'Tell me about a time you worked under pressure.',
    `Two of us were off sick and the coach with sixty guests stood in the yard an hour early. I took a deep breath, stayed
    calm and wrote down what could wait. One thing at a time: soup, then keys, then bags. It was hectic, but we made it
    with minutes to spare.`,
  ],
  [
    "beyond one's role",
    'Tell me about something you did that was not your job.',
    `I was only the weekend receptionist, but the fire door had been blocked for years and everyone walked past. Nobody
    felt responsible. Without being asked I rang the landlord, stayed behind after work twice and kept chasing until it
    was cleared.`,
  ],
  [
    'invention',
    'Tell me about something new that you invented.',
    `Nobody had thought of drying the tiles upright. I had the idea when I saw plates in a rack, so I knocked together a
    prototype from cardboard and an old fridge shelf. They laughed at it. The third version worked, and now other sites
    copied it.`,
  ],
  [
    'quality',
    'Tell me about a time you insisted on high standards.',
    `The joints on the staircase were within tolerance but sloppy, and the foreman said it'll do, nobody will see it. I
    refused to sign it off. We took it apart and redid all eleven steps properly. Since then every single joint is
    inspected, and we have had no complaints.`,
  ],
  [
    'learning',
    'Tell me about a time you had to learn something quickly.',
    `I had never touched a loom and the museum demo was in three weeks. I borrowed a handbook, watched videos on the train
    and practised every evening. An old weaver showed me how to thread it. My first attempts were awful, but I got the
    hang of it.`,
  ],
  [
    'frugality',
    'Tell me about a time you achieved a lot with very little money.',
    `A new bandstand would have cost 9,000 and we had no budget. Instead of buying I asked the scrapyard for leftover
    steel, borrowed a welder and got the paint for free from a dealer. We spent 700 in all, and the money saved went into
    music lessons.`,
  ],
];

describe('a story against every question', () => {
  test.each(STORIES)('%s', (theme, prompt, story) => {
    const own = judged(prompt, story)!;
    expect(own.asked).toBe(theme);
    expect(own.fit).toBeGreaterThan(0.5);
    const others = STORIES.filter(it => it[0] !== theme).map(it => judged(it[1], story)!.fit);
    expect(Math.max(...others)).toBeLessThan(own.fit);
    const caught = others.filter(it => it < OFF_THEME).length;
    expect(caught).toBeGreaterThanOrEqual(others.length / 2);
  });
});

describe('what a fit tells', () => {
  const mismatch = judged(STORIES[0]![1], STORIES[7]![2])!;

  test('the theme that the story is on', () => {
    expect(mismatch.asked).toBe('disagreement');
    expect(mismatch.best).toBe('learning');
    expect(mismatch.fit).toBeLessThan(OFF_THEME);
    expect(mismatch.bestFit).toBeGreaterThan(0.5);
  });

  test('sentences that show it, the most telling first, with their words', () => {
    const [first] = mismatch.bestEvidence;
    expect(mismatch.bestEvidence.length).toBeLessThanOrEqual(3);
    expect(first!.terms.length).toBeGreaterThan(1);
    expect(parse(STORIES[7]![2]).sentences.map(it => it.start)).toContain(first!.sentence.start);
  });
});

describe('where nothing can be said', () => {
  test.each([
    'Explain how slow start works.',
    'Why do you want to work here?',
    'What did you learn from it?',
    'Tell me about yourself.',
    '',
  ])('%s', prompt => expect(judged(prompt, STORIES[0]![2])).toBeUndefined());

  test('a story without any term is neither on nor off the theme', () => {
    expect(judged(STORIES[0]![1], '')!.fit).toBe(0.5);
    expect(judged(STORIES[0]![1], 'Zebras graze.')!.fit).toBeGreaterThan(OFF_THEME);
  });

  test('a question that asks for two themes is answered by a story on either', () => {
    const both = 'Tell me about a conflict or a failure.';
    expect(askedThemes(themes, parse(both))).toHaveLength(2);
    expect(judged(both, STORIES[1]![2])!.asked).toBe('conflict');
    expect(judged(both, STORIES[2]![2])!.asked).toBe('failure');
  });

  test('one that asks for more than three asks for none', () =>
    expect(
      judged('A conflict, a failure, an invention, frugality or learning something?', 'x'),
    ).toBeUndefined());
});

describe('counting', () => {
  const small = themesOf(
    'theme: a\nnear: c\nasked: alpha\ntold: lantern, brass lantern\n\ntheme: b\nasked: beta\ntold: kettle\n\ntheme: c\ntold: anvil',
  );
  const of = (story: string) => themeFit(small, parse('alpha'), parse(story))!.fit;

  test('repeating a term helps less than another one', () => {
    expect(of('Lantern, lantern.')).toBeGreaterThan(of('Lantern.'));
    expect(of('Lantern, lantern, lantern.')).toBeLessThan(of('Lantern, brass lantern.'));
  });

  test('a phrase within a phrase is not counted twice', () =>
    expect(themeFit(small, parse('alpha'), parse('Brass lantern.'))!.evidence[0]!.terms).toEqual([
      'brass lantern',
    ]));

  test('a rival theme lowers the fit, a near one raises it less than the theme itself', () => {
    expect(of('Lantern and kettle.')).toBeLessThan(of('Lantern and shovel.'));
    expect(of('Lantern and anvil.')).toBeGreaterThan(of('Lantern and shovel.'));
    expect(of('Lantern and anvil.')).toBeLessThan(of('Lantern and brass lantern.'));
  });

  test('a term counts for less in a long story', () =>
    expect(of(`Lantern. ${'We walked on. '.repeat(60)}`)).toBeLessThan(of('Lantern.')));

  test('code is no story', () => expect(of('```\nlantern\n```')).toBe(0.5));
});
