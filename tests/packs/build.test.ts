/** What a pack holds; `npx vitest run tests/packs -u` writes the golden pack to be read. */
import { describe, expect, test } from 'vitest';
import { parsePack } from '../../src/content/pack.ts';
import { parseContent } from '../../src/content/parse.ts';
import { buildPack, sha256 } from '../../src/packs/build.ts';
import { logoOf } from '../../src/packs/logo.ts';
import type { Logo } from '../../src/packs/sheet/sheet.ts';
import { textsIn, withoutDates } from '../../src/packs/sheet/zip.ts';
import { question } from '../reports/building.ts';
import { PAYLOADS } from '../reports/html/hostile.ts';
import { kitWith, QUESTIONS } from './kits.ts';

const text = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  Buffer.from(files.get(path)!).toString('utf8');
const golden = await buildPack(kitWith(QUESTIONS, { company: 'Example & Sons' }));

describe('the golden pack', () => {
  test('has these files, pack.yaml first', () => {
    expect([...golden.keys()][0]).toBe('pack.yaml');
    expect([...golden.keys()].sort()).toEqual([
      'candidate.docx',
      'candidate.html',
      'candidate.md',
      'content/banks/closing/bank.yaml',
      'content/banks/go/bank.yaml',
      'content/loop.yaml',
      'content/rubrics/technical.yaml',
      'coverage.csv',
      'interviewer.docx',
      'interviewer.html',
      'interviewer.md',
      'pack.yaml',
      'scorecard.csv',
    ]);
  });

  test.each([
    'candidate.md',
    'interviewer.md',
    'coverage.csv',
    'scorecard.csv',
    'content/loop.yaml',
    'content/banks/go/bank.yaml',
  ])('%s', async path => {
    await expect(text(golden, path)).toMatchFileSnapshot(`golden/${path.replaceAll('/', '-')}`);
  });

  test('names every other file with its checksum', () => {
    const parsed = parsePack('pack.yaml', golden.get('pack.yaml')!);
    const { files } = 'pack' in parsed ? parsed.pack : { files: {} };
    const others = [...golden].filter(([path]) => path !== 'pack.yaml');
    expect(files).toEqual(Object.fromEntries(others.map(([path, bytes]) => [path, sha256(bytes)])));
  });

  test('is the same, byte for byte, when it is built again', async () => {
    const again = await buildPack(kitWith(QUESTIONS, { company: 'Example & Sons' }));
    for (const [path, bytes] of golden) expect(Buffer.from(bytes).equals(again.get(path)!), path).toBe(true);
  });
});

describe('a pack of several rounds', () => {
  const [round] = kitWith(QUESTIONS).rounds;
  const first = {
    round: round!.round,
    questions: round!.questions.slice(0, 1),
  };
  const second = { round: { ...round!.round, id: 'second' }, questions: round!.questions.slice(1) };

  test('tells candidates of its breaks, and of what rounds end with', async () => {
    const files = await buildPack(kitWith(QUESTIONS, { rounds: [first, second], breakMinutes: 10 }));
    const copy = text(files, 'candidate.md');
    expect(copy).toContain(
      '- You have 60 minutes for 2 questions in 2 rounds.\n- Between two rounds there is a break of 10 minutes.',
    );
    expect(copy).toContain('- Each round ends with time for questions of your own.');
  });
});

test('content that was written is read as it was', () => {
  const { content, problems } = parseContent({
    file: 'bank.yaml',
    bytes: golden.get('content/banks/go/bank.yaml')!,
  });
  expect(problems).toEqual([]);
  const asked = QUESTIONS.map(it => ({ ...it, rubric: ['technical'], related: [] }));
  expect(content).toMatchObject({ id: 'go', questions: asked });
});

test('a loop without a level is read as it was', async () => {
  const files = await buildPack(kitWith(QUESTIONS, { level: '' }));
  const { problems } = parseContent({ file: 'loop.yaml', bytes: files.get('content/loop.yaml')! });
  expect(problems).toEqual([]);
});

describe('a Word document', () => {
  const [document] = textsIn(golden.get('candidate.docx')!, /word\/document\.xml$/);

  test('holds what the page holds', () => {
    expect(document).toContain('How does a map grow?');
    expect(document).toContain('Example &amp; Sons');
  });

  test('has as many lines to write on as the page', () => {
    // Without what is between them, Word draws one line for all (ECMA-376, 17.3.1.5).
    expect(document!.match(/<w:pBdr><w:bottom [^>]*\/><w:between [^>]*\/><\/w:pBdr>/g)).toHaveLength(10);
  });

  test('ends no page with a heading, and parts no marks', () => {
    const [styles] = textsIn(golden.get('interviewer.docx')!, /word\/styles\.xml$/);
    for (const depth of [1, 2, 3, 4])
      expect(new RegExp(`styleId="Heading${depth}".*?</w:style>`).exec(styles!)![0]).toContain(
        '<w:keepNext/>',
      );
    const [kit] = textsIn(golden.get('interviewer.docx')!, /word\/document\.xml$/);
    const marks = kit!.split('<w:tbl>').filter(it => it.includes('☐'));
    // Of two criteria the head and the first hold on to what follows, with six cells each.
    expect(marks.map(it => it.split('</w:tbl>')[0]!.match(/<w:keepNext\/>/g)?.length)).toEqual([12, 12]);
  });

  test('has no date', () => {
    expect(textsIn(golden.get('candidate.docx')!, /docProps\/core\.xml$/)[0]).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect(
      Buffer.from(withoutDates(golden.get('candidate.docx')!)).equals(golden.get('candidate.docx')!),
    ).toBe(true);
  });
});

describe('foreign text', () => {
  const hostile = question('hostile', { prompt: `Why?\n\n${PAYLOADS.join('\n\n')}\u001b[31m` });

  test('a Word document says its title and language, its lists are lists, and its columns are as wide as they need', () => {
    const [core] = textsIn(golden.get('interviewer.docx')!, /docProps\/core\.xml$/);
    expect(core).toMatch(/<dc:title>[^<]+<\/dc:title>.*<dc:language>en<\/dc:language>/);
    const [kit] = textsIn(golden.get('interviewer.docx')!, /word\/document\.xml$/);
    expect(kit).toContain('<w:numPr>');
    expect(kit).not.toContain('>–  ');
    const [first = 0, second = 0] = [...kit!.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(it => Number(it[1]));
    expect(second).toBeGreaterThan(2 * first);
  });

  test('stays text in every format', async () => {
    const files = await buildPack(
      kitWith([hostile], { company: PAYLOADS.join(' '), title: `T ${PAYLOADS[0]}` }),
    );
    const page = text(files, 'candidate.html');
    expect(page).not.toMatch(/<(?:script|iframe|object|base|img)\b/i);
    for (const path of files.keys())
      if (/\.(?:md|html|yaml|csv)$/.test(path)) expect(text(files, path)).not.toContain('\u001b');
    for (const xml of textsIn(files.get('interviewer.docx')!, /\.xml$/)) expect(xml).not.toContain('\u001b');
  });
});

describe('a logo', () => {
  const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
    'base64',
  );

  test('is a picture in the page, where an SVG can run nothing', async () => {
    const files = await buildPack(kitWith(QUESTIONS, { company: 'E', logo: logoOf('logo.svg', SVG) }));
    const page = text(files, 'candidate.html');
    expect(page).toContain(
      `<img class="logo" src="data:image/svg+xml;base64,${SVG.toString('base64')}" alt="E">`,
    );
    expect(page).toContain('img-src data:');
    expect(page).not.toContain('<script>');
  });

  /** The frame comes after a segment of a program that made it; 6 wide, 1 high, no more than the head of a picture. */
  const JPEG = Buffer.from('ffd8ffe1000641424344ffc0000b080001000601011100ffd9', 'hex');
  const documentWith = async (logo: Logo) => {
    const files = await buildPack(kitWith(QUESTIONS, { logo }));
    return textsIn(files.get('candidate.docx')!, /word\/document\.xml$/)[0]!;
  };
  /** English metric units of a pixel (ECMA-376, 20.4.2.7). */
  const EMU = 9525;

  test.each([
    ['PNG', logoOf('logo.png', PNG), { width: 2, height: 1 }, 'cx="1219200" cy="609600"'],
    ['JPEG', logoOf('logo.jpeg', JPEG), { width: 6, height: 1 }, `cx="${224 * EMU}" cy="${37 * EMU}"`],
  ])('stands in the Word document when it is a %s, within its room', async (_what, logo, size, extent) => {
    expect(logo.size).toEqual(size);
    expect(await documentWith(logo)).toContain(`<wp:extent ${extent}/>`);
  });

  test('of any shape is neither wider than the page nor nothing', async () => {
    const shaped = async (width: number, height: number) => {
      const picture = Buffer.from(PNG);
      picture.writeUInt32BE(width, 16);
      picture.writeUInt32BE(height, 20);
      const found = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(await documentWith(logoOf('logo.png', picture)));
      return found!.slice(1).map(it => Number(it) / EMU);
    };
    expect(await shaped(3000, 10)).toEqual([224, 1]);
    expect(await shaped(10, 3000)).toEqual([1, 64]);
  });

  test.each([
    ['logo.png', PNG.subarray(0, 20)],
    ['logo.jpg', JPEG.subarray(0, 12)],
    ['logo.jpg', JPEG.subarray(0, 4)],
  ])('is no %s that was cut off', (name, held) =>
    expect(() => logoOf(name, held)).toThrow('is a broken picture'),
  );

  test.each([
    ['logo.svg', 'no picture'],
    ['logo.png', '<svg></svg>'],
    ['logo.gif', 'GIF89a'],
  ])('is no %s that holds %s', (name, held) =>
    expect(() => logoOf(name, Buffer.from(held))).toThrow('is no PNG, JPEG or SVG picture'),
  );
});
