/**
 * Honest answers in many styles (brief, listed, by analogy, with typos, correcting themselves, admitting a gap), graded
 * before the judge had seen them: honest.jsonl. Of 81 one was flagged and nine were told a mistake; rules and wordings
 * were mended afterwards, so that these hold what was gained, and tell nothing of answers not seen yet.
 * Of 20 further stories six, the last ones here, were told that they lacked what they said in other words.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createJudge } from '../../src/batch/single.ts';
import { openLibrary } from '../../src/content/files.ts';
import type { RowResult } from '../../src/model/cohort.ts';

/** `grade` is 0 to 100: what two fair interviewers would settle on. */
type Given = Record<'id' | 'question' | 'answer', string> & { grade: number };

const given = readFileSync(new URL('honest.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Given);
const judge = await createJudge({ library: await openLibrary() });
const judged: (Given & { result: RowResult })[] = [];
for (const it of given) judged.push({ ...it, result: await judge(it) });

test('none is flagged, and none is told a mistake', () => {
  const wronged = judged.filter(({ result }) => result.flags.length + result.pitfalls.length > 0);
  expect(wronged.map(it => it.id)).toEqual([]);
});

test('hardly any scores more than 30 below its grade', () => {
  const far = judged.filter(({ grade, result }) => grade - result.score! > 30);
  expect(far.length).toBeLessThanOrEqual(3);
});
