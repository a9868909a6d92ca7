/** What `pack check` finds, one fault planted at a time. */
import { describe, expect, test } from 'vitest';
import { buildLibrary } from '../../src/content/library.ts';
import { packText, parsePack } from '../../src/content/pack.ts';
import type { Loop, Question } from '../../src/model/content.ts';
import type { Pack } from '../../src/model/pack.ts';
import { buildPack, sha256 } from '../../src/packs/build.ts';
import { checkPack } from '../../src/packs/check.ts';
import { question } from '../reports/building.ts';
import { kitWith, libraryWith, QUESTIONS } from './kits.ts';

const KIT = kitWith(QUESTIONS);
const FILES = await buildPack(KIT);
const packOf = (bytes: Uint8Array): Pack => {
  const parsed = parsePack('pack.yaml', bytes);
  if ('problems' in parsed) throw new Error(parsed.problems[0]!.message);
  return parsed.pack;
};

/** The pack with some files otherwise; `sealed`: whoever did it knew to mend the checksums. */
function found(
  changes: Record<string, string | undefined>,
  { sealed = true, library = KIT.library, pack: other = {} as Partial<Pack>, version = '0.0.0' } = {},
) {
  const files = new Map(FILES);
  const pack = { ...packOf(files.get('pack.yaml')!), ...other };
  files.delete('pack.yaml');
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, Buffer.from(text));
  }
  if (sealed) pack.files = Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)]));
  const content = [...files].filter(([path]) => path.startsWith('content/') && path.endsWith('.yaml'));
  const built = buildLibrary([content.map(([file, bytes]) => ({ file, bytes }))]);
  const { problems, news } = checkPack({ folder: 'pack', pack, files }, built, library, version);
  return {
    problems: problems.map(it => `${it.kind} ${it.file}: ${it.message.split('\n')[0]}`),
    news: news.map(it => it.message),
  };
}

test('a pack as it was built has neither problems nor news', () =>
  expect(found({}, { sealed: false })).toEqual({ problems: [], news: [] }));

describe('a problem is', () => {
  const text = (path: string) => Buffer.from(FILES.get(path)!).toString('utf8');
  test.each<[string, Record<string, string | undefined>, { sealed?: boolean; pack?: Partial<Pack> }, string]>(
    [
      [
        'a file that was changed',
        { 'coverage.csv': 'x' },
        { sealed: false },
        'checksum coverage.csv: The file was changed since the pack was built.',
      ],
      [
        'a file that is missing',
        { 'coverage.csv': undefined },
        { sealed: false },
        'checksum coverage.csv: The file is missing.',
      ],
      [
        'a file too many',
        { 'content/banks/go/run.go': 'x' },
        { sealed: false },
        'checksum content/banks/go/run.go: The pack does not list this file.',
      ],
      [
        'a leak',
        { 'candidate.md': 'It moves its buckets a few at a time.' },
        {},
        'leak candidate.md: Words of go/map (point buckets): “it moves its buckets a few at a time”.',
      ],
      [
        'a copy that cannot be read',
        { 'candidate.pdf': '%PDF' },
        {},
        'leak candidate.pdf: Whether it gives anything away cannot be told. What a .pdf holds cannot be read here.',
      ],
      [
        'a broken Word document',
        { 'candidate.docx': 'PK' },
        {},
        'leak candidate.docx: Whether it gives anything away cannot be told. This is no ZIP.',
      ],
      [
        'a question that is not there',
        {},
        { pack: { questions: ['go/map', 'go/gc', 'go/no'] } },
        'reference pack.yaml: There is no question go/no in content/.',
      ],
      [
        'a loop that is not there',
        {},
        { pack: { loop: 'other' } },
        'reference pack.yaml: There is no loop other in content/.',
      ],
      [
        'a question that the loop asks beside',
        {},
        { pack: { questions: ['go/map'] } },
        'reference pack.yaml: The loop asks go/gc, which pack.yaml does not name.',
      ],
      [
        'a rubric that is not there',
        { 'content/rubrics/technical.yaml': undefined },
        {},
        'reference pack.yaml: There is no rubric technical in content/.',
      ],
      [
        'a draw',
        {
          'content/loop.yaml': text('content/loop.yaml').replace(
            '      - go/gc',
            '      - draw: { banks: [go], count: 1 }',
          ),
        },
        {},
        'reference pack.yaml: The loop leaves questions to chance: every pack of this kind asks others.',
      ],
    ],
  )('%s', (_what, changes, options, told) => expect(found(changes, options).problems).toContain(told));

  test('content that is wrong', () => {
    const { problems } = found({ 'content/banks/go/bank.yaml': 'kind: bank\nid: go\nquestons: []\n' });
    expect(
      problems.some(it =>
        it.startsWith('content content/banks/go/bank.yaml: content/banks/go/bank.yaml:3:1:'),
      ),
    ).toBe(true);
  });
});

describe('news are', () => {
  test('a question that has changed, one that is gone, and another version', () => {
    const [map] = QUESTIONS;
    const library = libraryWith([{ ...map!, prompt: 'How does a map shrink?' }]);
    expect(found({}, { library, version: '0.0.1' }).news).toEqual([
      'Built with mockloop 0.0.0; this is 0.0.1.',
      'go/map has changed since: prompt.',
      'go/gc is in no bank any more.',
    ]);
  });

  test('what else has changed of a question and of a rubric', () => {
    const [map, gc] = QUESTIONS;
    const library = libraryWith([{ ...map!, points: [], answer: ['Otherwise.'] }, gc!]);
    const rubric = library.rubrics.get('technical')!;
    const rubrics = new Map([['technical', { ...rubric, title: 'Other' }]]);
    expect(found({}, { library: { ...library, rubrics } }).news).toEqual([
      'go/map has changed since: points, answer.',
      'The rubric technical has changed since: title.',
    ]);
  });

  describe('new questions that fit', () => {
    const more = (count: number, rest = {}) =>
      Array.from({ length: count }, (_, at) =>
        question(`new-${at}`, { minutes: 10, levels: ['L5'], ...rest }),
      );
    const wish = {
      minutes: 30,
      closing: 5,
      level: 'L5',
      competencies: ['runtime'],
      principles: [],
      difficulty: [2, 4],
    };
    const newsOf = (pack: object, questions: Question[]) =>
      found({}, { library: libraryWith([...QUESTIONS, ...questions]), pack: pack as Partial<Pack> }).news;

    test('what the pack was made by', () => {
      const both = [...more(2, { difficulty: 3 }), question('old', { minutes: 10, difficulty: 3 })];
      expect(newsOf({ wish, others: ['go/old'] }, both)).toEqual([
        'Questions that fit what was asked for and are not asked: 3. New of these: 2 (go/new-0, go/new-1).',
      ]);
    });

    test.each<[string, object]>([
      ['too hard', { difficulty: 5 }],
      ['for another level', { levels: ['L6'] }],
      ['too long', { minutes: 26 }],
      ['of the closing', { type: 'closing' }],
    ])('but not one that is %s', (_what, rest) =>
      expect(newsOf({ wish, others: [] }, more(1, { difficulty: 3, ...rest }))).toEqual([]),
    );

    test('five of them by name', () =>
      expect(newsOf({ wish, others: [] }, more(7, { difficulty: 3 }))[0]).toContain(
        'New of these: 7 (go/new-0, go/new-1, go/new-2, go/new-3, go/new-4, …).',
      ));

    test('the draws of the loop that the pack was taken from', () => {
      const library = libraryWith([...QUESTIONS, ...more(1, { principles: ['ownership'] }), ...more(1)]);
      const draw = { draw: { principles: ['ownership'], count: 1 } };
      const loop = { kind: 'loop', id: 'l', rounds: [{ questions: ['go/map', draw] }] } as unknown as Loop;
      const loops = new Map([['l', loop]]);
      const pack = { from: 'l', others: [] } as Partial<Pack>;
      expect(found({}, { library: { ...library, loops }, pack }).news).toEqual([
        'Questions that fit what was asked for and are not asked: 1. New of these: 1 (go/new-0).',
      ]);
      expect(found({}, { library: KIT.library, pack }).news).toEqual(['The loop l is there no more.']);
    });

    test('are not told of a pack that does not say what it was made by', () =>
      expect(newsOf({}, more(3))).toEqual([]));
  });

  test('not that a bank names more questions as related', () => {
    const library = libraryWith(QUESTIONS.map(it => ({ ...it, related: ['elsewhere'] })));
    expect(found({}, { library }).news).toEqual([]);
  });
});

test('pack.yaml is read as it was written, and an unknown key is told', () => {
  const pack = packOf(FILES.get('pack.yaml')!);
  expect(packOf(Buffer.from(packText(pack)))).toEqual(pack);
  expect(parsePack('pack.yaml', Buffer.from(`${packText(pack)}\nformz: 2\n`))).toMatchObject({
    problems: [{ message: expect.stringContaining('formz') }],
  });
});
