import { expect, test } from 'vitest';
import { cohortFold } from '../../src/batch/cohort.ts';
import { type Output, together } from '../../src/batch/outputs.ts';

const COHORT = cohortFold().cohort(() => '', '0');
const failure = (code: string) => Object.assign(new Error(code), { code });

/** An output that fails from its `fails`-th call on, and notes what became of it. */
function output(fails = Infinity, code = 'EPIPE') {
  const calls: string[] = [];
  const call = (name: string) => {
    if (calls.push(name) >= fails) throw failure(code);
  };
  const its: Output = {
    add: async () => call('add'),
    finish: () => call('finish'),
    abandon: () => void calls.push('abandon'),
  };
  return { calls, its };
}

test('an output whose reader has gone away takes no more, and the others are finished', async () => {
  const [pipe, file, page] = [output(1), output(), output(2)];
  const all = together([pipe.its, file.its, page.its]);
  await all.add([]);
  await all.finish(COHORT, []);
  expect(pipe.calls).toEqual(['add', 'abandon']);
  expect(file.calls).toEqual(['add', 'finish']);
  expect(page.calls).toEqual(['add', 'finish', 'abandon']);
});

test('when no reader is left, that ends the run', async () => {
  const all = together([output(1).its, output(2).its]);
  await all.add([]);
  await expect(all.add([])).rejects.toThrow('EPIPE');
});

test('another failure of one ends all', async () => {
  const all = together([output(1, 'ENOSPC').its, output().its]);
  await expect(all.add([])).rejects.toThrow('ENOSPC');
});
