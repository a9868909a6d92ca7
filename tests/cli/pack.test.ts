/** `mockloop pack` as it is typed. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePack } from '../../src/content/pack.ts';
import type { Pack } from '../../src/model/pack.ts';
import { world } from './world.ts';

const BANK = `kind: bank
id: go
questions:
${Array.from(
  { length: 8 },
  (_, at) => `  - id: q${at}
    prompt: What does part ${at} do?
    minutes: 10
    difficulty: ${1 + (at % 4)}
    levels: [L5]
    competencies: [${at % 2 ? 'storage' : 'concurrency'}]
    answer: It keeps a list of number ${at} and hands it on to whoever asks.
`,
).join('')}`;

function packIn(folder: string): Pack {
  const parsed = parsePack('pack.yaml', readFileSync(join(folder, 'pack.yaml')));
  if ('problems' in parsed) throw new Error(parsed.problems[0]!.message);
  return parsed.pack;
}

async function built(...more: string[]) {
  const it = world();
  const content = it.put('mine/bank.yaml', BANK);
  const out = join(it.folder, 'pack');
  const build = ['pack', 'build', '--content', content, '--banks', 'go', '--minutes', '45'];
  const ran = await it.run(...build, '--out', out, ...more);
  return { ...it, content, out, build, ran };
}

describe('pack build', () => {
  test('names the pack on stdout and tells on stderr what was chosen', async () => {
    const { ran, out } = await built('--competencies', 'storage,concurrency');
    expect(ran).toEqual({
      code: 0,
      out: `${out}\n`,
      err: `Chosen from 8 that fit: 4 questions, 40 minutes, and 5 for the candidate's own.
Difficulty, from 1 to 5: 1 question at 1, 1 at 2, 1 at 3, 1 at 4.
Covered: concurrency, storage.
No other choice is better: all were tried.
`,
    });
  });

  test.each(['title', 'company', 'date'])('refuses a --%s that no pack could hold', async name => {
    for (const text of ['', ' ', 'two\nlines', 'ev\x1b[31mil']) {
      const { ran, out } = await built(`--${name}`, text);
      expect(ran).toEqual({
        code: 2,
        out: '',
        err: `mockloop: --${name} is blank, or more than a line of text.\nWrite it in one line, or leave it out.\n`,
      });
      expect(existsSync(out)).toBe(false);
    }
  });

  test('says of forms for which nothing was asked to be covered just that', async () => {
    const { ran } = await built('--variants', '2');
    expect(ran.err).toContain(', nothing was asked to be covered\n');
  });

  test('gives the same bytes for the same wishes in any order, and others for another seed', async () => {
    const { run, build, out, folder } = await built(
      '--company',
      'Example',
      '--competencies',
      'storage,concurrency',
    );
    const wishes = ['--company', 'Example', '--competencies', 'concurrency,storage'];
    for (const [name, seed] of [
      ['again', '1'],
      ['other', '2'],
    ] as const)
      await run(...build, ...wishes, '--out', join(folder, name), '--seed', seed);
    const all = (of: string) =>
      readdirSync(of, { recursive: true, encoding: 'utf8' })
        .filter(it => /\.\w+$/.test(it))
        .sort()
        .map(it => [it, readFileSync(join(of, it), 'base64')]);
    expect(all(join(folder, 'again'))).toEqual(all(out));
    expect(all(join(folder, 'other'))).not.toEqual(all(out));
  });

  test('makes equal forms, and says how equal', async () => {
    const { ran, out } = await built('--variants', '2', '--quiet');
    expect(ran).toEqual({ code: 0, out: `${out}/form-1\n${out}/form-2\n`, err: '' });
    expect((await built('--variants', '2')).ran.err).toContain(
      '2 forms, equal within the tolerance (3 minutes, 0.5 in mean difficulty, the same types, the same coverage):\n' +
        '  each asks 4 technical\n',
    );
  });

  test('keeps out what another pack, a folder of packs or a list has used', async () => {
    const { run, build, out, folder, put } = await built();
    const questions = (of: string) => packIn(of).questions;
    const list = put('used.txt', `# last year\n${questions(out).join('\n')}\n`);
    for (const [at, exclude] of [out, folder, list].entries()) {
      const next = join(world().folder, `p${at}`);
      const { code } = await run(...build, '--out', next, '--exclude', exclude);
      expect(code).toBe(0);
      expect(questions(next).filter(it => questions(out).includes(it))).toEqual([]);
    }
  });

  test('tells what was to be kept out and is in no bank', async () => {
    const { run, build, folder, put } = await built();
    const list = put('used.txt', 'go/q1\ngo/q-one\n');
    const { code, err } = await run(...build, '--out', join(folder, 'next'), '--exclude', list);
    expect({ code, first: err.split('\n')[0] }).toEqual({
      code: 0,
      first: 'To be kept out, and in no bank: 1 question (go/q-one).',
    });
  });

  test('tells that a logo in SVG stands in the HTML alone', async () => {
    const { run, build, folder, put } = await built();
    const logo = put('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { err } = await run(...build, '--out', join(folder, 'next'), '--logo', logo);
    expect(err).toContain('The logo stands in the HTML alone: for Word it must be a PNG or a JPEG.\n');
  });

  test('says in the pack what it was made by, and what could have been asked instead', async () => {
    const { out, run, put, content } = await built(
      '--level',
      'L5',
      '--competencies',
      'storage',
      '--difficulty',
      '1,3',
    );
    const pack = packIn(out);
    expect(pack.wish).toEqual({
      minutes: 45,
      closing: 5,
      level: 'L5',
      competencies: ['storage'],
      principles: [],
      banks: ['go'],
      difficulty: [1, 3],
    });
    expect([...pack.questions, ...pack.others!].sort()).toEqual([
      'go/q0',
      'go/q1',
      'go/q2',
      'go/q4',
      'go/q5',
      'go/q6',
    ]);
    put(
      'mine/bank.yaml',
      BANK.replace('- id: q0', '- id: q9').replace('What does part 1 do', 'What is part 1'),
    );
    const { out: told } = await run('pack', 'check', out, '--content', content);
    expect(told).toContain('New of these: 1 (go/q9).');
  });

  test('takes a loop as it is', async () => {
    const { run, folder, read } = world();
    const out = join(folder, 'pack');
    const { code, err } = await run('pack', 'build', '--loop', 'small', '--out', out);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'The 2 rounds of small: questions named by the loop: 3; drawn: 0.\n',
    });
    expect(read(out, 'pack.yaml')).toContain('id: small-pack');
  });

  test.each<[string, string[], string]>([
    ['no length', ['--banks', 'go'], 'For how long? Neither --minutes nor --loop was given.'],
    ['a loop and a length', ['--loop', 'small', '--minutes', '30'], '--minutes has no place beside --loop'],
    ['an unknown loop', ['--loop', 'smal'], 'There is no loop "smal".\nDid you mean "small"?'],
    ['a strange id', ['--minutes', '30', '--id', 'A b'], '"A b" is no id.'],
    [
      'no time beside the closing',
      ['--minutes', '10', '--closing', '10'],
      'The nearest that works: --closing 0, or --minutes 20.',
    ],
    [
      'a list of nothing',
      ['--minutes', '30', '--exclude', 'nowhere'],
      'There is no file or folder "nowhere" to exclude.',
    ],
    ['a logo that is none', ['--loop', 'small', '--logo', 'nowhere.png'], 'There is no file "nowhere.png".'],
    ['too many minutes', ['--minutes', '601'], 'It must be minutes, from 0 to 600.'],
  ])('2: %s', async (_what, options, told) => {
    const { run, folder } = world();
    const { code, out, err } = await run('pack', 'build', '--out', join(folder, 'pack'), ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('2: a folder that is not empty stays as it is', async () => {
    const { run, put, folder, build } = await built();
    put('full/mine.txt', 'x');
    const { code, err } = await run(...build, '--out', join(folder, 'full'));
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('is there already, and no empty folder'),
    });
    expect(readdirSync(join(folder, 'full'))).toEqual(['mine.txt']);
  });

  test('fills an empty folder that is there, which stays the one that it is', async () => {
    const { run, folder, build } = await built();
    const out = join(folder, 'there');
    mkdirSync(out);
    const before = statSync(out).ino;
    expect((await run(...build, '--out', out, '--variants', '2')).code).toBe(0);
    expect(statSync(out).ino).toBe(before);
    expect(readdirSync(out).sort()).toEqual(['form-1', 'form-2']);
  });

  test('2: not into the content that it is made from, which it would break', async () => {
    const { run, folder } = await built();
    const build = ['pack', 'build', '--content', join(folder, 'mine'), '--banks', 'go', '--minutes', '45'];
    symlinkSync('mine', join(folder, 'link'));
    for (const out of ['mine/pack', 'link/pack']) {
      const { code, err } = await run(...build, '--out', join(folder, out));
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringContaining('whose content it is made from'),
      });
    }
    expect(readdirSync(join(folder, 'mine'))).toEqual(['bank.yaml']);
  });

  test('2: no name is no folder, least of all this one', async () => {
    const { run } = world();
    const { code, err } = await run('pack', 'build', '--minutes', '30', '--out', '');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('Name one folder.') });
  });
});

describe('a pack', () => {
  test('is practised as it is', async () => {
    const { run, out, put, folder } = await built();
    const answers = put('answers.yaml', 'default: It keeps a list and hands it on to whoever asks.\n');
    const report = join(folder, 'report');
    const { code, out: told } = await run('practice', out, '--answers', answers, '--out', report);
    expect({ code, told }).toEqual({ code: 0, told: `${report}/report.md\n` });
  });

  test('judges answers as it is', async () => {
    const { run, out, put } = await built();
    const [, asked] = /- (go\/\w+)/.exec(readFileSync(join(out, 'pack.yaml'), 'utf8'))!;
    const answers = put(
      'a.jsonl',
      `${JSON.stringify({ question: asked, answer: 'It keeps a list of numbers.' })}\n`,
    );
    const { code, out: line } = await run('evaluate', '--content', out, answers, '--quiet');
    expect({ code, status: JSON.parse(line).status }).toEqual({ code: 0, status: 'scored' });
  });

  test('reads nothing outside its folder', async () => {
    const { run, out, put, folder } = await built();
    put('elsewhere/x.yaml', BANK);
    rmSync(join(out, 'content'), { recursive: true });
    symlinkSync(join(folder, 'elsewhere'), join(out, 'content'));
    for (const command of [
      ['pack', 'check', out],
      ['practice', out, '--plain'],
      ['evaluate', '--content', out, '-'],
    ]) {
      const { code, err } = await run(...command);
      expect(code, command.join(' ')).toBe(2);
      expect(err).toContain('is a link');
    }
  });

  test('of more bytes than a pack has is not read to its end', async () => {
    const { run, out } = await built();
    for (const name of ['a', 'b']) {
      writeFileSync(join(out, name), '');
      truncateSync(join(out, name), 20 * 1024 * 1024);
    }
    const { code, err } = await run('pack', 'check', out);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('/b" is too much for a pack') });
  });

  test('of somebody hostile sends nothing to the terminal but text', async () => {
    const { run, out } = await built();
    const path = join(out, 'pack.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('title: Practice interview', 'title: "a\\e[31mb"'));
    writeFileSync(join(out, 'evil\u001b[2Jname'), 'x');
    const { code, out: told, err } = await run('pack', 'check', out);
    expect(code).not.toBe(0);
    expect(told + err).not.toMatch(/\u001b/);
  });
});

describe('pack check', () => {
  test('0: a pack as it was built', async () => {
    const { run, out, content } = await built();
    expect(await run('pack', 'check', out, '--content', content)).toEqual({
      code: 0,
      out: '',
      err: 'The pack is sound: nothing is missing or changed, and the copy for candidates gives nothing away.\n',
    });
  });

  test('1: a copy that gives something away, with the place', async () => {
    const { run, out, content } = await built();
    const file = join(out, 'candidate.md');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nhands it on to whoever asks\n`);
    const { code, out: told, err } = await run('pack', 'check', out, '--content', content);
    expect(code).toBe(1);
    expect(told).toContain('candidate.md: The file was changed since the pack was built.');
    expect(told).toMatch(/candidate\.md: Words of go\/q\d \(model answer\): “hands it on to whoever asks”\./);
    expect(err).toMatch(/^\d+ problems\. Do not use the pack like this\.\n$/);
  });

  test('--json is an object of problems and news', async () => {
    const { run, out } = await built();
    const { code, out: told } = await run('pack', 'check', out, '--json');
    expect(code).toBe(0);
    const { problems, news } = JSON.parse(told);
    expect(problems).toEqual([]);
    expect(news[0]).toMatchObject({
      kind: 'new',
      message: expect.stringContaining('is in no bank any more'),
    });
  });

  test('2: the folder of several forms, each of which is named', async () => {
    const { run, out, folder } = await built();
    renameSync(out, join(folder, 'form-1'));
    cpSync(join(folder, 'form-1'), join(folder, 'form-2'), { recursive: true });
    const { code, err } = await run('pack', 'check', folder);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining(`: ${join(folder, 'form-1')}, ${join(folder, 'form-2')}.\n`),
    });
  });

  test('2: a folder that is no pack', async () => {
    const { run, folder } = world();
    const { code, err } = await run('pack', 'check', folder);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('is no pack: it has no pack.yaml.'),
    });
    const { out } = await built();
    for (const path of [join(out, 'pack.yaml'), join(out, 'nowhere')])
      expect((await run('pack', 'check', path)).err).toContain('is no pack: there is no such folder.');
  });
});

describe('pack debrief', () => {
  async function filled(level = '3') {
    const it = await built();
    const [head, first, second] = it.read(it.out, 'scorecard.csv').split('\r\n');
    const fill = (row: string, who: string, mark: string) => {
      const [, , question, criterion] = row.split(',');
      return `${who},Kim,${question},${criterion},${mark},`;
    };
    const ann = it.put(
      'cards/ann.csv',
      [head, fill(first!, 'Ann', '3'), fill(second!, 'Ann', '2')].join('\r\n'),
    );
    const bob = it.put('cards/bob.csv', [head, fill(first!, 'Bob', level)].join('\r\n'));
    return { ...it, ann, bob };
  }

  test('prints Markdown, or JSON', async () => {
    const { run, out, ann, bob } = await filled('1');
    const { code, out: page } = await run('pack', 'debrief', out, ann, bob);
    expect(code).toBe(0);
    expect(page).toMatch(/^# Debrief: /);
    expect(page).toContain('Talk about these first');
    const { out: json } = await run('pack', 'debrief', out, ann, bob, '--json');
    expect(JSON.parse(json)).toMatchObject({
      kind: 'pack-debrief',
      agreement: { units: 1 },
      badRows: [],
      candidates: [{ candidate: 'Kim' }],
    });
  });

  test('writes what --out names', async () => {
    const { run, out, ann, bob, folder, read } = await filled();
    const files = ['debrief.html', 'debrief.md', 'debrief.json'].map(it => join(folder, it));
    const ran = await run('pack', 'debrief', out, ann, bob, ...files.flatMap(it => ['--out', it]));
    expect(ran).toEqual({ code: 0, out: '', err: '' });
    expect(read(files[0]!)).toMatch(/^<!doctype html>/);
  });

  test('3: a bad row is told by its file and line', async () => {
    const { run, out, ann, bob } = await filled('9');
    const { code, err } = await run('pack', 'debrief', out, ann, bob);
    expect({ code, err }).toEqual({ code: 3, err: `${bob}:2: The level must be 1, 2, 3 or 4, not "9".\n` });
  });

  test.each<[string, (it: Awaited<ReturnType<typeof filled>>) => string[], string]>([
    ['no scorecards', ({ out }) => [out], 'Name a pack and its filled scorecards.'],
    [
      'a folder of scorecards',
      ({ out, folder }) => [out, folder],
      'is a folder, not a file.\nName the files',
    ],
    ['a scorecard that is none', ({ out, content }) => [out, content], 'is no scorecard'],
    [
      'a blank scorecard',
      ({ out }) => [out, join(out, 'scorecard.csv')],
      'No row of the scorecards has a level.',
    ],
    [
      'an output in the pack',
      ({ out, ann }) => [out, ann, '--out', join(out, 'candidate.html')],
      'lies in the pack, which must stay as it was built.',
    ],
    ['an unknown format', ({ out, ann }) => [out, ann, '--out', 'debrief.pdf'], 'does not tell a format'],
  ])('2: %s', async (_what, args, told) => {
    const it = await filled();
    const { code, err } = await it.run('pack', 'debrief', ...args(it));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(told) });
  });
});
