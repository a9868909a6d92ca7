/** Questions nobody planned, asked because something is missing; see dig.ts. */
import { expect, test } from 'vitest';
import { dig } from '../../src/interview/dig.ts';
import type { Question } from '../../src/model/content.ts';
import type { AskState } from '../../src/model/session.ts';
import { answered, ask, followUp, planned, plannedRound, question } from '../reports/building.ts';
import { planOf, roundWith, rubricWith, sessionAt, wanting } from './world.ts';

const rubric = rubricWith('story', [
  wanting('latency', ['How slow was it?'], 1),
  wanting('cost', ['What did it cost?', 'Who paid?'], 3),
  wanting('risk', ['What could go wrong?'], 2),
]);

function probe(asks: AskState[], rubrics = [rubric], rest: Partial<Question> = {}) {
  const ids = rubrics.map(it => it.id);
  const main = planned('go/gmp', question('gmp', rest), ids);
  const plan = planOf([plannedRound('r', { questions: [main] })], {}, rubrics);
  const round = roundWith('r', asks);
  return dig(sessionAt(plan, [round]), main, round);
}
const asked = (key: string, answer = 'There is a local run queue in each processor.') =>
  ask('r', key, [answered(answer, 10)]);

const heard = (key: string, prompt: string) => ({ ...asked(key), prompt });
const cost = heard('go/gmp/?cost.p1', 'What did it cost?');

test('a probe asks for the heaviest gap, and says why', () =>
  expect(probe([asked('go/gmp')])).toMatchObject({
    key: 'go/gmp/?cost.p1',
    kind: 'probe',
    prompt: 'What did it cost?',
    why: 'The cost was thin',
    depth: 1,
  }));

test('a probe goes on to the next gap, not to the same one again', () =>
  expect(probe([asked('go/gmp'), cost])?.key).toBe('go/gmp/?risk.p1'));

test('a probe leaves out what was said', () =>
  expect(probe([asked('go/gmp', 'The cost of the servers doubled, a risk we took.')])?.key).toBe(
    'go/gmp/?latency.p1',
  ));

test('a probe comes after all follow-ups', () =>
  expect(probe([asked('go/gmp')], [rubric], { followUps: [followUp('more')] })?.kind).toBe('follow-up'));

test('a probe is asked at most twice a question', () =>
  expect(probe([asked('go/gmp'), cost, heard('go/gmp/?risk.p1', 'What could go wrong?')])).toBeUndefined());

test('a probe is never heard twice in a round', () => {
  const elsewhere = heard('go/gc/?cost.p1', 'What did it cost?');
  expect(probe([elsewhere, asked('go/gmp')])?.prompt).toBe('Who paid?');
  const both = [elsewhere, heard('go/map/?cost.p2', 'Who paid?')];
  expect(probe([...both, asked('go/gmp')])?.key).toBe('go/gmp/?risk.p1');
});

test('a probe names its rubric where there are several', () =>
  expect(probe([asked('go/gmp')], [rubric, rubricWith('other', [])])?.key).toBe('go/gmp/?story/cost.p1'));
