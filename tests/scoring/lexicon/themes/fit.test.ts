/** A story on the theme fits, a good story on another one does not, and where nothing is known nothing is said. */
import { describe, expect, test } from 'vitest';
import { classifierOf } from '../../../../src/scoring/classifiers/classifier.ts';
import { compiledClassifier, MOST } from '../../../../src/scoring/classifiers/table.ts';
import { shippedThemes } from '../../../../src/scoring/lexicon/themes/files.ts';
import { OFF_THEME, type ThemeReader, themeFit } from '../../../../src/scoring/lexicon/themes/fit.ts';
import { themesOf } from '../../../../src/scoring/lexicon/themes/themes.ts';
import { parse } from '../../../../src/scoring/text/answer.ts';

const reader = shippedThemes();
const asking = (prompt: string, points: readonly string[] = [], answer: string[] = []) => ({
  prompt,
  points: points.map((text, at) => ({ id: `p${at}`, text: [text], weight: 1, cues: [] })),
  pitfalls: [],
  answer,
});
const judged = (prompt: string, story: string) => themeFit(reader, asking(prompt), parse(story));

/** A question of each theme, and a story that answers it in nobody's textbook words. */
const STORIES: readonly (readonly [theme: string, prompt: string, story: string])[] = [
  [
    'a disagreement',
    'Tell me about a time you disagreed with your boss.',
    `Our head gardener wanted to fell the old walnut. I told her I thought it was a mistake and gave my reasons in
    private, with two photos of the roots. She heard me out and still said no, it was her decision. So I went along with
    it and ordered the saw myself, without grumbling.`,
  ],
  [
    'a conflict',
    'Tell me about a conflict in your team.',
    `The two cutters in our tailor shop had stopped talking to each other after a row over the radio. I took each of them
    aside, heard her side and then his, and sat them down with both cups of tea in front of them. They apologised, we
    agreed ground rules for the music, and they get on fine now.`,
  ],
  [
    'a failure',
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
    "something beyond one's role",
    'Tell me about something you did that was not your job.',
    `I was only the weekend receptionist, but the fire door had been blocked for years and everyone walked past. Nobody
    felt responsible. Without being asked I rang the landlord, stayed behind after work twice and kept chasing until it
    was cleared.`,
  ],
  [
    'an invention',
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
  const othersOf = (theme: string, story: string) =>
    STORIES.filter(it => it[0] !== theme).map(it => judged(it[1], story)!.fit);

  test.each(STORIES)('%s', (theme, prompt, story) => {
    const own = judged(prompt, story)!;
    expect(own.asked).toBe(theme);
    expect(own.fit).toBeGreaterThan(0.5);
    expect(Math.max(...othersOf(theme, story))).toBeLessThan(own.fit);
  });

  test('most are off the theme of another question', () => {
    const others = STORIES.flatMap(([theme, , story]) => othersOf(theme, story));
    const off = others.filter(it => it < OFF_THEME).length;
    expect(off / others.length).toBeGreaterThan(0.6);
  });
});

describe('a question for what no theme is called', () => {
  const question = asking(
    'When did you have to tell somebody news that would hurt them?',
    ['Told those concerned in person, early and plainly', 'Stayed, listened, and helped with what came next'],
    [
      `Our choir had to leave the hall that it had sung in for thirty years. I heard it on a Monday and rang the two founders that
      evening, before the letter went out. I said it in the first sentence and then let them be angry. On Thursday I told all
      forty singers, and stayed until the last question. I had three other rooms to show them, and we moved into one in May.`,
    ],
  );
  const fitOf = (story: string) => themeFit(reader, question, parse(story))!.fit;

  test('is answered by stories that sound as it does', () => {
    const hurt = `The supplier had stopped making her wheelchair's battery, and I knew that Mrs Dale had hoped for years more. I
      drove over rather than write. I told her at the door that it could not be mended, and she cried. I made tea and waited. Then
      I showed her what the insurance would pay for, filled in the form with her, and came back when the new chair was delivered.`;
    expect(fitOf(hurt)).toBeGreaterThan(0.5);
    const others = STORIES.map(it => fitOf(it[2]));
    expect(others.filter(it => it < OFF_THEME).length).toBeGreaterThanOrEqual(4);
  });
});

describe('what a fit tells', () => {
  const [, asked] = STORIES[0]!;
  const [, , story] = STORIES[7]!;
  const mismatch = judged(asked, story)!;

  test('the theme that the story is on', () => {
    expect(mismatch.asked).toBe('a disagreement');
    expect(mismatch.best).toBe('learning');
    expect(mismatch.isOff).toBe(true);
  });

  test('sentences that show it, the most telling first', () => {
    const own = judged(STORIES[7]![1], story)!;
    expect(own.evidence.length).toBeGreaterThan(0);
    expect(own.evidence.length).toBeLessThanOrEqual(3);
    expect(parse(story).sentences.map(it => it.start)).toContain(own.evidence[0]!.start);
  });
});

describe('where nothing can be said', () => {
  test.each([
    'Explain how slow start works.',
    'Why do you want to work here?',
    'Tell me about yourself.',
    '',
  ])('%s', prompt => expect(judged(prompt, STORIES[0]![2])).toBeUndefined());

  test('a story of which no word is known is neither on nor off the theme', () => {
    expect(judged(STORIES[0]![1], '')!.fit).toBeCloseTo(0.5);
    expect(judged(STORIES[0]![1], 'Qwxyz brzt.')!.fit).toBeCloseTo(0.5);
  });
});

describe('odds', () => {
  const turn = (name: string, ...weights: number[]) => ({ name, rarity: 3, weights });
  const scales = [1 / MOST, 1 / MOST, 1 / MOST];
  const classes = ['sea', 'garden', 'none'];
  const small: ThemeReader = {
    themes: themesOf('sea | the sea | lake\ngarden | a garden |\nlake | a lake | sea\nhill | a hill |'),
    questions: classifierOf(
      compiledClassifier({
        classes,
        scales,
        turns: [
          turn('boat', MOST, 0, 0),
          turn('spade', 0, MOST, 0),
          turn('weather', 0, 0, MOST),
          turn('coast', MOST / 2, MOST / 2, 0),
        ],
      }),
    ),
    stories: classifierOf(
      compiledClassifier({
        classes: ['sea', 'garden', 'lake', 'hill'],
        scales: [...scales, 1 / MOST],
        turns: [turn('sail', MOST, 0, 0, 0), turn('dig', 0, MOST, 0, 0), turn('reed', 0, 0, MOST, 0)],
      }),
    ),
  };
  const long = (word: string) => `${word}. ${'Brzt. '.repeat(60)}`;
  const fitOf = (prompt: string, story: string) => themeFit(small, asking(prompt), parse(story))?.fit;
  /** The themes asked for, each found by a story on it. */
  const themes = (...texts: Parameters<typeof asking>) => {
    const told = ['sail', 'dig'].map(it => themeFit(small, asking(...texts), parse(long(it)))?.asked);
    return [...new Set(told)].filter(it => it !== undefined);
  };

  test('a question asks for the theme of its words', () => expect(themes('Boat?')).toEqual(['the sea']));

  test('one that could be two asks for both', () => {
    expect(themes('Coast?')).toEqual(['the sea', 'a garden']);
    expect(fitOf('Coast?', long('dig'))).toBeGreaterThan(0.9);
    expect(fitOf('Coast?', long('sail'))).toBeGreaterThan(0.9);
  });

  test('one for another kind of question asks for none', () => expect(themes('Weather?')).toEqual([]));

  test('points and model answers tell it as well', () => {
    expect(themes('Coast?', ['boat', 'boat'])).toEqual(['the sea']);
    expect(themes('Coast?', [], ['We sail.'])).toEqual(['the sea']);
  });

  test('a story on a near theme fits less than one on the theme, and more than one on another', () => {
    const [own, near, other] = ['sail', 'reed', 'dig'].map(it => fitOf('Boat?', long(it))!);
    expect(own).toBeGreaterThan(near!);
    expect(near).toBeGreaterThan(0.5);
    expect(other).toBeLessThan(OFF_THEME);
  });

  test('a few words are believed less', () => {
    expect(fitOf('Boat?', 'sail')).toBeLessThan(fitOf('Boat?', long('sail'))!);
    expect(fitOf('Boat?', 'dig')).toBeGreaterThan(fitOf('Boat?', long('dig'))!);
  });

  test('code is no story', () => expect(fitOf('Boat?', '```\nsail\n```')).toBeCloseTo(0.5));
});
