/** The candidate's copy gives nothing away: of any shipped question, and of what somebody tries to hide. */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/interview/random.ts';
import { shelved } from '../../src/model/library.ts';
import { buildPack, copiesIn } from '../../src/packs/build.ts';
import { formsOfLoop } from '../../src/packs/choose/loop-forms.ts';
import type { Kit } from '../../src/packs/kit.ts';
import { textsOf } from '../../src/packs/leaked-text.ts';
import { leaksIn, RUN, wordsOf } from '../../src/packs/leaks.ts';
import { question } from '../reports/building.ts';
import { kitWith, QUESTIONS, shippedLibrary } from './kits.ts';

const library = await shippedLibrary();
const banks = [...library.banks.values()].filter(bank => bank.questions.some(it => it.type !== 'closing'));

describe('every shipped bank', () => {
  test.each(banks.map(it => it.id))(
    '%s gives nothing away, asked as a whole',
    async id => {
      const questions = shelved(library.banks.get(id)).filter(it => it.question.type !== 'closing');
      const { rounds, ...rest } = kitWith([]);
      const kit: Kit = { ...rest, library, rounds: [{ round: rounds[0]!.round, questions }] };
      const files = await buildPack(kit);
      expect(leaksIn(library, questions, copiesIn(files))).toEqual([]);
      expect(copiesIn(files).size).toBe(3);
    },
    60_000,
  );

  test.each([...library.loops.values()].map(it => it.id))(
    'and a pack of %s, with what it says of its rounds',
    async id => {
      const loop = library.loops.get(id)!;
      const random = seededRandom(1);
      const { forms } = formsOfLoop(library, loop, { forms: 1, excluded: new Set(), random });
      const { breakMinutes, facts } = loop;
      const files = await buildPack({
        ...kitWith([]),
        library,
        breakMinutes,
        facts,
        rounds: forms[0]!.rounds,
      });
      expect(copiesIn(files).size).toBe(3);
    },
    60_000,
  );

  test('there are some', () => expect(banks.length).toBeGreaterThanOrEqual(3));
});

const asked = shelved(kitWith(QUESTIONS).library.banks.get('go'));
const leaks = (file: string, held: string) =>
  leaksIn(kitWith(QUESTIONS).library, asked, new Map([[file, Buffer.from(held)]])).map(
    it => `${it.of} ${it.what}: ${it.words}`,
  );

/** A ZIP of one file as it is, named so many times, with all that reading it asks for (APPNOTE.TXT, 4.3). */
function zipOf(name: string, content: string, times = 1): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(local.length + name.length + content.length, 16);
  const directory = Array.from({ length: times }, () => [central, Buffer.from(name)]).flat();
  return Buffer.concat([local, Buffer.from(name + content), ...directory, end]);
}

describe('a leak is found', () => {
  test.each<[string, string, string, string]>([
    [
      'of a point',
      'c.md',
      'It moves its **buckets** a few, at a time!',
      'go/map point buckets: it moves its buckets a few at a time',
    ],
    [
      'of a pitfall',
      'c.md',
      'so ALL KEYS are copied at once.',
      'go/map pitfall at-once: all keys are copied at once',
    ],
    ['of a hint', 'c.md', 'what happens to a reader', 'go/map hint: what happens to a reader'],
    [
      'of a model answer',
      'c.md',
      'moves the old ones bit by bit',
      'go/map model answer: moves the old ones bit by bit',
    ],
    [
      'of a follow-up',
      'c.md',
      'see an iteration? What does an iteration see',
      'go/map follow-up iterate: what does an iteration see',
    ],
    ['of a point below', 'c.md', 'into the old and the new', 'go/map point both: into the old and the new'],
    [
      'across tags',
      'c.html',
      '<p>moves the <b>old</b> ones bit</p>',
      'go/map model answer: moves the old ones bit',
    ],
    [
      'in a comment',
      'c.html',
      '<!-- moves the old ones bit -->',
      'go/map model answer: moves the old ones bit',
    ],
    [
      'behind entities',
      'c.html',
      'moves the o&#108;d ones bit',
      'go/map model answer: moves the old ones bit',
    ],
  ])('%s', (_what, file, held, told) => expect(leaks(file, held)).toContain(told));

  test.each([
    ['the text', '<w:p><w:r><w:t>moves the old</w:t></w:r><w:r><w:t> ones bit</w:t></w:r></w:p>'],
    ['a description that nobody sees', '<wp:docPr descr="moves the old ones bit"/>'],
  ])('of a Word document in %s', (_where, xml) => {
    const found = leaksIn(kitWith(QUESTIONS).library, asked, new Map([['c.docx', zipOf('d.xml', xml)]]));
    expect(found.map(it => it.words)).toEqual(['moves the old ones bit']);
  });

  test('or the copy refused, where it unpacks to more than there is, or is too long', () => {
    const bomb = zipOf('d.xml', ' '.repeat(1024 * 1024), 1000);
    expect(() => textsOf('c.docx', bomb)).toThrow('It unpacks to too much.');
    expect(() => textsOf('c.md', Buffer.alloc(5 * 1024 * 1024, 'a '))).toThrow('It is too long.');
  });

  test.each([
    ['c.html', '<style'],
    ['c.html', '<'],
    ['c.docx', '<w:br '],
  ])('in no time in a %s full of %s', (file, part) => {
    const text = part.repeat(200_000);
    expect(
      leaksIn(
        kitWith(QUESTIONS).library,
        asked,
        new Map([[file, file === 'c.docx' ? zipOf('d.xml', text) : Buffer.from(text)]]),
      ),
    ).toEqual([]);
  });

  test('of an anchor', () => {
    const { library: own } = kitWith([question('q', {})]);
    const rubric = own.rubrics.get('technical')!;
    const anchors = { ...rubric.criteria[0]!.anchors, 3: 'Names every part and its price.' };
    const changed = {
      ...own,
      rubrics: new Map([['technical', { ...rubric, criteria: [{ ...rubric.criteria[0]!, anchors }] }]]),
    };
    const found = leaksIn(
      changed,
      shelved(own.banks.get('go')),
      new Map([['c.md', Buffer.from('names every part and its price')]]),
    );
    expect(found.map(it => it.what)).toEqual(['anchor 3 of accuracy']);
  });
});

test('four words are no leak, nor what the prompt says itself', () => {
  expect(RUN).toBe(5);
  expect(leaks('c.md', 'moves the old ones')).toEqual([]);
  expect(leaks('c.md', 'How does a map grow? Show it with a small one')).toEqual([]);
});

test('words are compared without case, marks and layout', () => {
  expect(wordsOf('**It’s** the\nHEAP_size (x2)!')).toEqual(['it', 's', 'the', 'heap', 'size', 'x2']);
});

test('a prompt whose kit would leak is not built', async () => {
  const kit = kitWith(QUESTIONS, { title: 'It moves its buckets a few at a time' });
  await expect(buildPack(kit)).rejects.toThrow(
    "The candidate's copy would give away words of go/map (point buckets): “it moves its buckets a few at a time”.",
  );
});

test('a format that cannot be read is not passed over', () =>
  expect(() => leaks('candidate.pdf', '%PDF')).toThrow('What a .pdf holds cannot be read here.'));
