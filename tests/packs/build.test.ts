/** What a pack holds; `npx vitest run tests/packs -u` writes the golden pack to be read. */
import { describe, expect, test } from 'vitest';
import { parsePack } from '../../src/content/pack.ts';
import { parseContent } from '../../src/content/parse.ts';
import { buildPack, sha256 } from '../../src/packs/build.ts';
import { logoOf } from '../../src/packs/logo.ts';
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

  test('has no date', () => {
    expect(textsIn(golden.get('candidate.docx')!, /docProps\/core\.xml$/)[0]).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect(
      Buffer.from(withoutDates(golden.get('candidate.docx')!)).equals(golden.get('candidate.docx')!),
    ).toBe(true);
  });
});

describe('foreign text', () => {
  const hostile = question('hostile', { prompt: `Why?\n\n${PAYLOADS.join('\n\n')}\u001b[31m` });

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

  test('stands in the Word document when it is a PNG', async () => {
    const logo = logoOf('logo.png', PNG);
    expect(logo.size).toEqual({ width: 2, height: 1 });
    const files = await buildPack(kitWith(QUESTIONS, { logo }));
    expect(textsIn(files.get('candidate.docx')!, /word\/document\.xml$/)[0]).toContain('<pic:pic');
  });

  test.each([
    ['logo.svg', 'no picture'],
    ['logo.png', '<svg></svg>'],
    ['logo.gif', 'GIF89a'],
  ])('is no %s that holds %s', (name, held) =>
    expect(() => logoOf(name, Buffer.from(held))).toThrow('is neither a PNG nor an SVG picture'),
  );
});
