import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { world } from './world.ts';

const LIST =
  '# Storage\n\n**Q: What does an index cost?**\n\n**A:** Writes get slower.\n\n**Q: Why is a scan slow?**\n';

/** What every import says at its end, without what comes before. */
const next = (path: string) => `  mockloop validate --strict ${path}
  mockloop practice --question list/index-cost --content ${path}
`;

describe('mockloop import', () => {
  test('a file: the bank on stdout, the rest on stderr', async () => {
    const { run, put } = world();
    const { code, out, err } = await run('import', put('list.md', LIST));
    expect(code).toBe(0);
    expect(out).toContain('kind: bank\nid: list\ntitle: Storage\nquestions:\n');
    expect(out).not.toContain('$schema');
    expect(err).toBe(
      `2 questions, 1 without an answer.\nNext, with --out FILE.yaml to keep it:\n${next('FILE.yaml')}`,
    );
  });

  test('--out: a file that validates, is practised and judges', async () => {
    const { run, put, folder } = world();
    const out = join(folder, 'made.yaml');
    const made = await run('import', put('list.md', LIST), '--out', out);
    expect(made).toEqual({
      code: 0,
      out: '',
      err: `2 questions, 1 without an answer: ${out}\nNext:\n${next(out)}`,
    });
    expect(statSync(out).mode & 0o777).toBe(0o644);
    expect((await run('validate', out)).code).toBe(0);
    const answers = put('answers.yaml', 'list/index-cost: Writes get slower.\n');
    const practised = await run(
      'practice',
      '--question',
      'list/index-cost',
      '--content',
      out,
      '--answers',
      answers,
    );
    expect(practised.code).toBe(0);
    const row = put('a.jsonl', '{"question":"list/index-cost","answer":"Writes get slower with it."}\n');
    const judged = await run('evaluate', row, '--content', out);
    expect(JSON.parse(judged.out)).toMatchObject({ question: 'list/index-cost', status: 'scored' });
  });

  test('--out: what comes next can be typed, and a folder that is not there is named', async () => {
    const { run, put, folder } = world();
    const list = put('list.md', LIST);
    expect((await run('import', list, '--out', join(folder, 'my list.yaml'))).err).toContain(
      next(`'${join(folder, 'my list.yaml')}'`),
    );
    expect(await run('import', list, '--out', join(folder, 'no', 'list.yaml'))).toEqual({
      code: 2,
      out: '',
      err: `mockloop: There is no folder "${join(folder, 'no')}" to write into.\nMake it first.\n`,
    });
  });

  test('--out keeps a file that is there, unless --force says otherwise', async () => {
    const { run, put, read } = world();
    const list = put('list.md', LIST);
    const out = put('made.yaml', 'mine\n');
    const kept = await run('import', list, '--out', out);
    expect(kept).toMatchObject({ code: 2, out: '' });
    expect(kept.err).toContain('is there already.\nAdd --force');
    expect(read(out)).toBe('mine\n');
    expect((await run('import', list, '--out', out, '--force')).code).toBe(0);
    expect(read(out)).toContain('kind: bank');
  });

  test('the schema beside the bank is named in its first line', async () => {
    const { run, put, read, folder } = world();
    put('schemas/bank.schema.json', '{}');
    const out = join(folder, 'made.yaml');
    await run('import', put('list.md', LIST), '--out', out);
    expect(read(out)).toMatch(/^# yaml-language-server: \$schema=schemas\/bank\.schema\.json\n/);
    mkdirSync(join(folder, 'below'));
    await run('import', join(folder, 'list.md'), '--out', join(folder, 'below', 'made.yaml'));
    expect(read(folder, 'below', 'made.yaml')).toMatch(/\$schema=\.\.\/schemas\/bank\.schema\.json\n/);
  });

  test('- is standard input, and needs --format', async () => {
    const input = '{ "Why is a scan slow?": "It reads every row." }';
    const { code, out } = await world({ input }).run(
      'import',
      '-',
      '--format',
      'json',
      '--id',
      'team',
      '--title',
      'Our team',
    );
    expect(code).toBe(0);
    expect(out).toContain('id: team\ntitle: Our team\n');
    const unnamed = await world({ input }).run('import', '-');
    expect(unnamed).toMatchObject({ code: 2, out: '' });
    expect(unnamed.err).toContain('--format: md, csv or json');
  });

  test('--json is the bank, --quiet says nothing', async () => {
    const { run, put } = world();
    const { out, err } = await run('import', put('list.md', LIST), '--json', '--quiet');
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      kind: 'bank',
      id: 'list',
      title: 'Storage',
      questions: [
        { id: 'index-cost', prompt: 'What does an index cost?', answer: 'Writes get slower.\n' },
        { id: 'scan-slow', prompt: 'Why is a scan slow?' },
      ],
    });
  });

  test('mangled characters are told with their place and the repaired text', async () => {
    const { run, put, folder } = world();
    const { err, out } = await run('import', put('list.md', '## Whatâ€™s it?\n\nA cafÃ©.\n'));
    expect(err).toContain(`${folder}/list.md:1: mangled "Whatâ€™s" read as "What’s"\n`);
    expect(err).toContain(`${folder}/list.md:3: mangled "cafÃ©." read as "café."\n`);
    expect(out).toContain('prompt: What’s it?');
  });

  test('a bank that would take the place of a shipped one is told', async () => {
    const { run, put } = world();
    const { err } = await run('import', put('leadership.md', LIST));
    expect(err).toContain('A bank that mockloop ships is called leadership, too');
  });

  test('a terminal sees no character that steers it', async () => {
    const { run, put } = world({ terminal: true });
    const { out } = await run('import', put('list.md', '## Why \u202eit?\n'));
    expect(out).toContain('Why \\u202eit?');
  });
});

describe('exit 2, nothing on stdout', () => {
  test.each<[string, string, string, string[], string]>([
    ['no question', 'list.md', 'Nothing is asked here.\n', [], 'No question was found in'],
    ['what is understood', 'list.md', 'Nothing is asked here.\n', [], 'Understood are: `**Q: ...**`'],
    ['an unknown ending', 'list.docx', LIST, [], 'Say it with --format: md, csv or json.'],
    ['an unknown format', 'list.md', LIST, ['--format', 'xml'], 'There is no format "xml"'],
    ['no JSON', 'list.json', '{ "a": ', [], 'is not JSON'],
    ['a line that is none', 'list.jsonl', '{"q":"Why?"}\n\n{bad\n', [], ', line 3, is not JSON'],
    ['broken quotes', 'list.csv', 'question,answer\n"a,b\n', [], 'is not CSV'],
    ['a wrong id', 'list.md', LIST, ['--id', 'My Bank'], '"My Bank" cannot be an id.'],
    ['a blank title', 'list.md', LIST, ['--title', ' '], 'The title is blank'],
    ['an --out of another kind', 'list.md', LIST, ['--out', 'x.txt'], 'ends in .yaml'],
    ['too large', 'list.md', 'a'.repeat(4 * 1024 * 1024 + 1), [], 'is larger than 4 MB.'],
    ['nested too deeply', 'list.md', `${'> '.repeat(50)}Why?`, [], 'is nested too deeply.'],
  ])('%s', async (_, name, text, options, message) => {
    const { run, put } = world();
    const { code, out, err } = await run('import', put(name, text), ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(existsSync('x.txt')).toBe(false);
  });

  test('a file that is not there, and a folder', async () => {
    const { run, folder } = world();
    expect((await run('import', `${folder}/none.md`)).err).toContain('There is no file or folder');
    expect((await run('import', folder, '--format', 'md')).code).toBe(2);
  });

  test('a terminal as standard input', async () => {
    const { code, err } = await world({ terminal: true }).run('import', '-', '--format', 'md');
    expect(code).toBe(2);
    expect(err).toContain('Nothing is piped');
  });
});
