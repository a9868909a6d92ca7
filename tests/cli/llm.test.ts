/** Whole commands with a model: a server on loopback, reached through the real package. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Behaviour, completion, inTurn, refusing, send } from '../llm/server.ts';
import { answering, steady } from '../scoring/judges/llm/served.ts';
import { results, rows, withModel } from './loopback.ts';
import { ANSWERS, world } from './world.ts';

describe('evaluate --judge llm', () => {
  test('judges, in the order of the input, and says once what is sent', async () => {
    const { run, put, read, data, server } = await withModel(answering(steady(3)));
    const file = put('a.jsonl', rows(20));
    const { code, out, err } = await run('evaluate', file, '--judge', 'llm', '--concurrency', '3');
    expect(code).toBe(0);
    expect(results(out).map(it => it.id)).toEqual(Array.from({ length: 20 }, (_, at) => `a${at}`));
    expect(results(out)[0]).toMatchObject({
      status: 'scored',
      judge: { name: 'llm', model: 'judge-1-2026', temperature: 0 },
    });
    expect(err).toContain(`First use of ${new URL(server.url).host}: answers, with their question`);
    expect(err).toMatch(
      /Model judge-1: calls \d+, tokens in \d+00, tokens out \d+, replies kept from before 0\n/,
    );
    expect(server.most()).toBeLessThanOrEqual(3);
    expect(`${out}${err}${read(data, 'llm', 'audit.jsonl')}`).not.toContain('canary');
    // The second time nothing is said, sent or paid, and the bytes are the same.
    const sent = server.seen.length;
    const again = await run('evaluate', file, '--judge', 'llm');
    expect(again.out).toBe(out);
    expect(again.err).not.toContain('First use');
    expect(server.seen.length).toBe(sent);
  });

  test('a row that failed is an error, and the only one that is asked about again', async () => {
    const failing = answering(it => (it.answer.includes('Number 1.') ? { level: 5 } : steady(3)(it)));
    const { run, put, folder, server, read } = await withModel(failing);
    const file = put('a.jsonl', rows(3));
    const out = join(folder, 'r.jsonl');
    const { code, err } = await run('evaluate', file, '--judge', 'llm', '--out', out);
    expect(code).toBe(3);
    expect(err).toContain('exit 3');
    const told = results(read(out));
    expect(told.map(it => it.status)).toEqual(['scored', 'error', 'scored']);
    expect(told[1]).toMatchObject({
      score: null,
      line: 2,
      cause: expect.stringContaining('form that was asked'),
    });
    const sent = server.seen.length;
    await run('evaluate', file, '--judge', 'llm', '--out', out, '--resume');
    const again = server.seen.slice(sent);
    // Only what was refused: what was read is kept, also of that row.
    expect(again.length).toBe(told[1]!.criteria.filter(it => it.status === 'error').length + 1);
    expect(again.every(it => JSON.stringify(it.body).includes('Number 1.'))).toBe(true);
  });

  test('without money the run ends at once, keeps what it has and can go on', async () => {
    const empty = refusing(429, { message: 'You exceeded your current quota', code: 'insufficient_quota' });
    let isEmpty = true;
    const behave: Behaviour = (response, seen, number) =>
      (isEmpty && number >= 12 ? empty : answering(steady(3)))(response, seen, number);
    const { run, put, folder, read, server } = await withModel(behave);
    const file = put('a.jsonl', rows(12));
    const out = join(folder, 'r.jsonl');
    const args = ['evaluate', file, '--judge', 'llm', '--concurrency', '2', '--out', out];
    const { code, err } = await run(...args);
    expect(code).toBe(3);
    expect(err).toContain('Nothing is left to pay the model with');
    expect(err).toMatch(/Stopped there\. Rows judged: [1-4]\. Kept in .*r\.jsonl\.partial\. Go on: the same/);
    expect(existsSync(out)).toBe(false);
    const sent = server.seen.length;
    expect(sent).toBeLessThan(20);
    isEmpty = false;
    expect((await run(...args, '--resume')).code).toBe(0);
    expect(results(read(out)).map(it => it.status)).toEqual(Array(12).fill('scored'));
    // As if it had never stopped.
    expect((await run(...args.slice(0, -1), join(folder, 'other.jsonl'))).code).toBe(0);
    expect(read(folder, 'other.jsonl')).toBe(read(out));
  });

  test('--max-calls is never passed', async () => {
    const { run, put, server } = await withModel(answering(steady(3)));
    const { code, err } = await run(
      'evaluate',
      put('a.jsonl', rows(12)),
      '--judge',
      'llm',
      '--max-calls',
      '7',
    );
    expect(code).toBe(3);
    expect(err).toContain('--max-calls is reached');
    expect(server.seen.length).toBe(7);
  });

  test('--dry-run sends nothing and tells what it would take', async () => {
    const { run, put, server } = await withModel(answering(steady(3)));
    const file = put('a.jsonl', rows(5));
    const plan = await run('evaluate', file, '--judge', 'llm', '--dry-run', '--json', '--price', '1,2');
    expect(server.seen).toEqual([]);
    const { rows: count, calls, tokens, costAtMost } = JSON.parse(plan.out);
    expect(count).toBe(5);
    expect(costAtMost).toBeCloseTo((tokens.in + 2 * tokens.outAtMost) / 1e6, 9);
    await run('evaluate', file, '--judge', 'llm', '--quiet');
    expect(server.seen.length).toBe(calls);
    const twice = await run('evaluate', file, '--judge', 'both', '--dry-run', '--repeats', '2');
    expect(twice.out).toContain(`Calls: ${2 * calls}\n`);
    expect(twice.out).toContain('Cost: not known');
    expect((await run('evaluate', file, '--dry-run')).code).toBe(2);
  });

  test('--dry-run does not count what is kept: replies, and rows that --resume spares', async () => {
    const { run, put, server, folder, data } = await withModel(answering(steady(3)));
    const out = join(folder, 'r.jsonl');
    const plan = async (count: number, ...more: string[]) => {
      const file = put('a.jsonl', rows(count));
      return JSON.parse((await run('evaluate', file, '--judge', 'llm', '--dry-run', '--json', ...more)).out);
    };
    await run('evaluate', put('a.jsonl', rows(3)), '--judge', 'llm', '--out', out);
    const sent = server.seen.length;
    expect(await plan(3)).toMatchObject({ rows: 3, calls: 0, tokens: { in: 0, outAtMost: 0 } });
    expect(await plan(5, '--out', out, '--resume')).toMatchObject({ rows: 2, calls: (2 * sent) / 3 });
    rmSync(join(data, 'llm', 'replies'), { recursive: true });
    expect(await plan(5, '--out', out)).toMatchObject({ rows: 5, calls: (5 * sent) / 3 });
    expect(await plan(5, '--out', out, '--resume')).toMatchObject({ rows: 2, calls: (2 * sent) / 3 });
    expect(server.seen.length).toBe(sent);
    expect(readdirSync(folder).filter(it => it.startsWith('r.jsonl'))).toEqual(['r.jsonl']);
    // Of the rows that are hidden from the model, nothing is kept yet.
    expect(await plan(3, '--redact', put('names.txt', 'Mary\n'))).toMatchObject({ calls: sent });
  });

  test('what was used stands in each page, and in no result line', async () => {
    const { run, put, read, folder } = await withModel(answering(steady(3)));
    const outs = ['r.jsonl', 'r.json', 'r.md', 'r.html', 'r.csv'].map(it => join(folder, it));
    const file = put('a.jsonl', rows(2));
    await run('evaluate', file, '--judge', 'llm', '--price', '1,2', ...outs.flatMap(it => ['--out', it]));
    const [lines, json, md, html, csv] = outs.map(it => read(it)) as [string, string, string, string, string];
    const usage = { model: 'judge-1', calls: 8, prompt: 800, completion: 160, cached: 0, cost: 0.00112 };
    expect(JSON.parse(json).cohort.usage).toEqual(usage);
    const words =
      'judge-1: calls 8, tokens in 800, tokens out 160, replies kept from before 0, cost at most 0.0011';
    expect(md).toContain(`**Model asked in this run:** ${words}`);
    expect(html).toContain(`Model asked in this run: ${words}.`);
    expect(`${lines}${csv}`).not.toContain('usage');
    expect(md).toContain('**Judged by:** llm, version 1, model judge-1-2026 ');
    await run('evaluate', file, '--out', outs[1]!);
    expect(JSON.parse(read(outs[1]!)).cohort).not.toHaveProperty('usage');
  });

  test('--repeats gives an interval, --judge both what each of them said', async () => {
    const { run, put } = await withModel(answering(steady(3)));
    const file = put('a.jsonl', rows(1));
    const { out } = await run('evaluate', file, '--judge', 'both', '--repeats', '2');
    const [result] = results(out);
    expect(result!.repeats).toMatchObject({ scores: [expect.any(Number), expect.any(Number)], agreement: 1 });
    expect(result!.criteria.every(it => it.by !== undefined)).toBe(true);
  });

  test('without a model it says which variable to set; without --judge nothing is sent', async () => {
    const { run, put, server, io, data } = await withModel(answering(steady(3)));
    const file = put('a.jsonl', rows(1));
    expect((await run('evaluate', file)).code).toBe(0);
    expect(server.seen).toEqual([]);
    expect(existsSync(join(data, 'llm'))).toBe(false);
    Object.assign(io.env, { MOCKLOOP_MODEL: '' });
    const { code, err } = await run('evaluate', file, '--judge', 'llm');
    expect([code, err.includes('MOCKLOOP_MODEL')]).toEqual([2, true]);
    expect((await run('evaluate', file, '--judge', 'llm', '--model', 'other', '--quiet')).code).toBe(0);
    expect(server.seen[0]!.body.model).toBe('other');
  });
});

test('calibrate measures a model as it does the local judge', async () => {
  const { run, put, server } = await withModel(answering(steady(3)));
  const graded = rows(12).replace(/"answer":/g, '"human":2,"answer":');
  const { code, out } = await run('calibrate', put('g.jsonl', graded), '--judge', 'llm', '--range', '0,5');
  expect(code).toBe(0);
  expect(out).toContain('12 of 12 rows are measured');
  expect(server.seen.length).toBeGreaterThan(12);
});

describe('an interview with a model for a judge', () => {
  const scripted = ['practice', 'small', '--answers', ANSWERS, '--judge', 'llm'] as const;

  test('is paid once: its report reads what was kept', async () => {
    const { run, server, read } = await withModel(answering(steady(3)));
    const { code, out } = await run(...scripted);
    expect(code).toBe(0);
    expect(read(out.trim())).toContain('**Judged by:** llm, version 1');
    const sent = server.seen.length;
    expect(sent).toBeGreaterThan(5);
    expect(read(out.trim())).toContain(
      `**Model asked for this report:** judge-1: calls ${sent}, tokens in ${sent}00,`,
    );
    expect(JSON.parse(read(dirname(out.trim()), 'report.json')).usage).toMatchObject({
      calls: sent,
      cost: null,
    });
    const report = await run('report', '--judge', 'llm');
    expect(report.code).toBe(0);
    expect(report.out).toContain('**Model asked for this report:** judge-1: calls 0, tokens in 0,');
    expect((await run('report')).out).not.toContain('Model asked');
    expect(server.seen.length).toBe(sent);
  });

  test('goes on with the local judge where the model fails, says so, and asks again another day', async () => {
    const broken: Behaviour = response => send(response, 401, { error: { message: 'no' } });
    const { run, server, read } = await withModel(inTurn(broken, broken, answering(steady(3))));
    const { code, out, err } = await run(...scripted);
    expect(code).toBe(3);
    expect(err).toContain('answers were not judged as asked for. The local judge stands in for llm');
    expect(read(out.trim())).toContain('judged-locally: The local judge stands in for llm, which failed');
    const kept = join(dirname(out.trim()), 'scores.jsonl');
    expect(existsSync(kept) ? read(kept) : '').not.toContain('"local"');
    const before = server.seen.length;
    const again = await run('report', '--judge', 'llm');
    expect(server.seen.length).toBeGreaterThan(before);
    expect(again.out).not.toContain('judged-locally');
  });

  test('waits for a server that says nothing once, not at every answer', async () => {
    const { run, server, read } = await withModel(() => {});
    const { code, out } = await run(...scripted, '--mode', 'coach', '--timeout', '0.2');
    expect(code).toBe(3);
    expect(server.seen.length).toBeLessThanOrEqual(2);
    const report = read(out.trim());
    expect(report).toContain('**Judged by:** local, version');
    expect(report).toContain('(llm was asked for, and failed)');
    expect(report).toMatch(/(\d+) of \1 answers were not judged as asked for.*No whole reply within 0\.2 s/);
    await run('report', '--judge', 'llm', '--timeout', '0.2');
    expect(server.seen.length).toBeLessThanOrEqual(4);
  });

  test('progress by a model sends nothing, and so neither tells of a first use nor needs a key', async () => {
    const { run, server, data } = await withModel(answering(steady(3)));
    await run('practice', 'small', '--answers', ANSWERS);
    const { code, err } = await run('progress', '--judge', 'llm');
    expect({ code, err, sent: server.seen.length }).toEqual({ code: 0, err: '', sent: 0 });
    expect(existsSync(join(data, 'llm'))).toBe(false);
  });

  test.each([
    ['a judge', '--judge', 'llm'],
    ['an interviewer', '--interviewer', 'llm'],
  ])('a model without a name for %s is told before an interview is opened', async (_what, ...options) => {
    const { run, data } = world();
    const { code, err } = await run('practice', 'small', '--answers', ANSWERS, ...options);
    expect(code).toBe(2);
    expect(err).toMatch(/No model is named|needs a key/);
    expect(existsSync(join(data, 'sessions'))).toBe(false);
  });

  test('tells progress only from what was paid before', async () => {
    const { run, server } = await withModel(answering(steady(3)));
    await run('practice', 'small', '--answers', ANSWERS, '--judge', 'llm');
    await run('practice', 'small', '--answers', ANSWERS);
    const sent = server.seen.length;
    const report = await run('report', '--format', 'json', '--judge', 'llm');
    expect(JSON.parse(report.out).earlier).toHaveLength(1);
    // The first interview had been judged by the model, and the same answers of the second are in the cache.
    expect(server.seen.length).toBe(sent);
  });
});

test('--redact sends no name of the list, and quotes are the words as they were', async () => {
  const { run, put, server } = await withModel(answering(steady(3)));
  const answer = 'Mary Miller of Acme told me that readers may see stale data until the entry expires.';
  const file = put('a.jsonl', `${JSON.stringify({ question: 'small/cache', answer })}\n`);
  const names = put('names.txt', 'Mary Miller\ncompany: Acme\n');
  const { code, out } = await run('evaluate', file, '--judge', 'llm', '--redact', names);
  expect(code).toBe(0);
  expect(JSON.stringify(server.seen)).not.toMatch(/Mary|Miller|Acme/);
  const quotes = results(out)[0]!.criteria.flatMap(it => it.evidence);
  expect(quotes.some(it => it.quote.startsWith('Mary Miller of Acme'))).toBe(true);
  for (const it of quotes) expect(answer.slice(it.start, it.end)).toBe(it.quote);
  // Under another list the model reads another text, so that nothing that was judged is taken for that.
  const fingerprintBy = async (...more: string[]) =>
    results((await run('evaluate', file, '--judge', 'llm', ...more)).out)[0]!.judge!.fingerprint;
  const others = [
    await fingerprintBy('--redact', names),
    await fingerprintBy('--redact', put('other.txt', 'Mary Miller\n')),
    await fingerprintBy(),
  ];
  expect(others[0]).toBe(results(out)[0]!.judge!.fingerprint);
  expect(new Set(others).size).toBe(3);
});

test('--interviewer llm words what is asked further, into the journal, and reports read it there', async () => {
  const behave: Behaviour = (response, seen) => {
    const { messages, response_format } = seen.body;
    expect(response_format.json_schema.name).toBe('question');
    expect(messages[0].content).not.toContain('with the same old traffic');
    send(response, 200, completion(JSON.stringify({ question: 'You spoke of a canary. And then?' })));
  };
  const { run, server, put, read } = await withModel(behave);
  const script = put(
    'script.yaml',
    'default: "We bring it out with care, the canary way, and look at it."\n',
  );
  const { code, out } = await run('practice', 'small', '--answers', script, '--interviewer', 'llm');
  expect(code).toBe(0);
  expect(server.seen.length).toBeGreaterThan(0);
  expect(read(out.trim())).toContain('You spoke of a canary. And then?');
  const journal = read(dirname(out.trim()), 'journal.jsonl');
  expect(journal).toContain('in the words of a language model');
  const sent = server.seen.length;
  expect((await run('report')).out).toContain('You spoke of a canary. And then?');
  expect(server.seen.length).toBe(sent);
});
