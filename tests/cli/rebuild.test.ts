/** Kept interviews judged again in bulk, and what a trend is before and after. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusing } from '../llm/server.ts';
import { answering, steady } from '../scoring/judges/llm/served.ts';
import { withModel } from './loopback.ts';
import { ANSWERS, FIRST, world } from './world.ts';

/** A rubric under the name of the shipped one, with another text. */
const REWORDED = `kind: rubric
id: technical
title: Technical, told otherwise
for: [technical]
criteria:
  - id: coverage
    title: Coverage
    signals: [{ kind: coverage }]
    anchors: { 1: nothing, 2: little, 3: most, 4: all }
`;

/** Two interviews, an hour apart; with `reworded` the second is held with another rubric. */
async function twice(reworded = false) {
  const made = world({ env: { TZ: 'UTC' } });
  await made.run('practice', 'small', '--answers', ANSWERS);
  if (reworded) made.put('content/technical.yaml', REWORDED);
  const more = reworded ? ['--content', join(made.folder, 'content')] : [];
  made.clock.pass(3600);
  await made.run('practice', 'small', '--answers', ANSWERS, ...more);
  const scores = (id: string) => readFileSync(join(made.data, 'sessions', id, 'scores.jsonl'), 'utf8');
  return { ...made, more, scores };
}

const SECOND = '2023-11-14-2313-small';

const parsed = ({ out }: { out: string }) => JSON.parse(out);

describe('after a rubric was reworded', () => {
  test('a trend says what it leaves out and how it becomes whole, and after a rebuild it is', async () => {
    const { run, more } = await twice(true);
    const before = parsed(await run('progress', '--json', ...more));
    expect(before.setAside).toEqual([{ why: 'judged by an earlier wording of technical', answers: 2 }]);
    expect((await run('progress', ...more)).out).toContain('`mockloop sessions --rebuild` judges them');
    const rebuilt = await run('sessions', '--rebuild', ...more);
    expect(rebuilt).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^Judged by local \d+ and today's rubrics: interviews 2, answers \d+\.\n$/),
    });
    const after = parsed(await run('progress', '--json', ...more));
    expect(after).toMatchObject({ setAside: [], answers: before.answers + 2 });
    expect((await run('progress', ...more)).out).not.toContain('--rebuild');
  });

  test('the report of an interview is by the rubrics that it was held with', async () => {
    const { run, more } = await twice(true);
    const report = async () => (await run('report', FIRST, '--format', 'json', ...more)).out;
    const before = await report();
    await run('sessions', '--rebuild', ...more);
    expect(await report()).toBe(before);
  });
});

describe('a rebuild', () => {
  test('makes scores that were lost again, byte by byte, and keeps each once', async () => {
    const { run, data, scores } = await twice();
    const before = scores(FIRST);
    writeFileSync(join(data, 'sessions', FIRST, 'scores.jsonl'), '');
    expect((await run('sessions', '--rebuild')).code).toBe(0);
    const lines = (text: string) => text.split('\n').sort();
    expect(lines(scores(FIRST))).toEqual(lines(before));
    const after = scores(SECOND);
    await run('sessions', '--rebuild');
    expect(scores(SECOND)).toBe(after);
  });

  test('is of the named interviews alone, and refuses a name that is none', async () => {
    const { run, more, scores } = await twice(true);
    const before = scores(SECOND);
    const { out } = await run('sessions', '--rebuild', FIRST, '--json', ...more);
    expect(JSON.parse(out)).toMatchObject({ kind: 'rebuilt', sessions: 1, failed: 0, skipped: [] });
    expect(scores(SECOND)).toBe(before);
    expect(await run('sessions', '--rebuild', 'nobody')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no session "nobody"'),
    });
  });

  test('passes over a damaged one and one in earnest that still runs, and names the damaged one', async () => {
    const { run, data, put } = await twice();
    mkdirSync(join(data, 'sessions', 'broken'));
    await run('practice', 'small', '--answers', put('half.yaml', 'small/deploy: A canary.\n'));
    const { code, out, err } = await run('sessions', '--rebuild', '--json');
    expect(code).toBe(3);
    expect(err).toContain('Skipped broken: ');
    expect(JSON.parse(out)).toMatchObject({ sessions: 2, skipped: [{ what: 'broken' }] });
  });

  test('that can keep nothing says so, while a report needs no keeping', async () => {
    const { run, data } = await twice();
    rmSync(join(data, 'sessions', FIRST, 'scores.jsonl'));
    mkdirSync(join(data, 'sessions', FIRST, 'scores.jsonl'));
    expect((await run('report', FIRST)).code).toBe(0);
    expect(await run('sessions', '--rebuild')).toMatchObject({
      code: 2,
      err: expect.stringContaining('scores.jsonl'),
    });
  });

  test('that is stopped keeps what is done, and goes on', async () => {
    const { run, io, more, scores } = await twice(true);
    const [first, second] = [scores(FIRST), scores(SECOND)];
    io.signals = {
      ...io.signals,
      // Heard after the first interview: until then nothing else has its turn.
      on: (name, handler) => void (name === 'SIGINT' && setImmediate(handler)),
    };
    const stopped = await run('sessions', '--rebuild', ...more);
    expect(stopped).toEqual({
      code: 130,
      out: '',
      err: 'Stopped. 1 of 2 interviews are judged, and kept; the same command goes on.\n',
    });
    expect(scores(FIRST).length).toBeGreaterThan(first.length);
    expect(scores(SECOND)).toBe(second);
    io.signals = { ...io.signals, on: () => {} };
    expect((await run('sessions', '--rebuild', ...more)).code).toBe(0);
    expect(parsed(await run('progress', '--json', ...more)).setAside).toEqual([]);
  });
});

describe('by a model', () => {
  test('a trend has what was paid for, says what was not, and asks nobody', async () => {
    const { run, server } = await withModel(answering(steady(3)));
    await run('practice', 'small', '--answers', ANSWERS);
    const trend = async () => parsed(await run('progress', '--judge', 'llm', '--json'));
    expect(await trend()).toMatchObject({ answers: 0, waiting: 3, judge: null });
    expect((await run('progress', '--judge', 'llm')).out).toContain('not judged by this judge yet');
    expect(server.seen.length).toBe(0);
    expect((await run('sessions', '--rebuild', '--judge', 'llm')).code).toBe(0);
    const sent = server.seen.length;
    expect(await trend()).toMatchObject({ answers: 3, waiting: 0, judge: 'llm 1' });
    expect(parsed(await run('progress', '--json')).judge).toMatch(/^local /);
    await run('sessions', '--rebuild', '--judge', 'llm');
    expect(server.seen.length).toBe(sent);
  });

  test('that fails for some answers is incomplete, and tries those again', async () => {
    let isIll = true;
    const failing = refusing(500, { message: 'ill' });
    const { run } = await withModel((response, seen, number) =>
      (isIll && JSON.stringify(seen.body).includes('canary') ? failing : answering(steady(3)))(
        response,
        seen,
        number,
      ),
    );
    await run('practice', 'small', '--answers', ANSWERS);
    const rebuild = () => run('sessions', '--rebuild', '--judge', 'llm', '--retries', '0');
    expect(await rebuild()).toMatchObject({ code: 3, err: expect.stringContaining('could not be judged: ') });
    isIll = false;
    expect((await rebuild()).code).toBe(0);
  });
});
