/** What a session adds to the history is kept beside it, and never tells what is no longer so. */
import { appendFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode, encode } from '../../src/store/log.ts';
import { ANSWERS, FIRST, world } from './world.ts';

async function practised() {
  const made = world({ env: { TZ: 'UTC' } });
  await made.run('practice', 'small', '--answers', ANSWERS);
  const folder = join(made.data, 'sessions', FIRST);
  const kept = join(folder, 'history.json');
  const answers = async () => JSON.parse((await made.run('progress', '--json')).out);
  return { ...made, folder, kept, answers };
}

/** The kept history with another score in it, whole and of the same session. */
function changed(text: string): string {
  const { sum: _, ...it } = decode(text.trimEnd()) as { sum?: string; history: { attempts: object[] } };
  const attempts = it.history.attempts.map(attempt => ({ ...attempt, score: 99.5 }));
  return `${encode({ ...it, history: { ...it.history, attempts } })}\n`;
}

const scores = (progress: { interviews: { score: number }[] }) => progress.interviews.map(it => it.score);

test('it is read instead of the journal, and for nobody else', async () => {
  const { kept, read, answers } = await practised();
  const before = await answers();
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(await answers()).toEqual(before);
  writeFileSync(kept, changed(read(kept)));
  expect(scores(await answers())).toEqual([99.5]);
});

test.each([
  ['the journal', (folder: string) => appendFileSync(join(folder, 'journal.jsonl'), '\n')],
  ['the scores', (folder: string) => appendFileSync(join(folder, 'scores.jsonl'), '\n')],
  ['the scores, which are gone', (folder: string) => rmSync(join(folder, 'scores.jsonl'))],
  ['a byte of it', (folder: string) => appendFileSync(join(folder, 'history.json'), 'x')],
  ['all of it', (folder: string) => writeFileSync(join(folder, 'history.json'), '{}')],
])('it is made anew when %s changed', async (_name, change) => {
  const { folder, kept, read, answers } = await practised();
  const before = await answers();
  writeFileSync(kept, changed(read(kept)));
  change(folder);
  expect(await answers()).toEqual(before);
});

test('it is made anew for other rubrics, and for a damaged journal each time', async () => {
  const { run, put, folder, kept, read, answers } = await practised();
  const before = await answers();
  writeFileSync(kept, changed(read(kept)));
  const content = put(
    'content/technical.yaml',
    `kind: rubric\nid: technical\nfor: [technical]\ncriteria:\n  - id: coverage\n    title: Coverage\n    signals: [{ kind: coverage }]\n    anchors: { 1: a, 2: b, 3: c, 4: d }\n`,
  );
  const other = await run('progress', '--json', '--content', content);
  expect(scores(JSON.parse(other.out))).toEqual(scores(before));
  appendFileSync(join(folder, 'journal.jsonl'), 'damaged\n');
  for (let time = 0; time < 2; time++)
    expect((await run('progress')).err).toContain(`Skipped ${FIRST}, line`);
});
