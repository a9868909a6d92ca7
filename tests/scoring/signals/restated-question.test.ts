/** A story on another theme behind, or before, a sentence that says it tells of what was asked. */
import { expect, test } from 'vitest';
import { createJudge } from '../../../src/batch/single.ts';
import { openLibrary } from '../../../src/content/files.ts';

const library = await openLibrary();
const judge = await createJudge({ library });
const question = 'senior-backend/mentoring';
const kindsOf = async (answer: string) => (await judge({ question, answer })).flags.map(it => it.kind);

const OUTAGE =
  'On a Sunday at four the search stopped answering. I looked at the dashboards with the colleague on call, saw that the ' +
  'disks of two nodes were full, and took both out of the ring. We brought the nodes back one by one and watched the ' +
  'latency. After 50 minutes all was green again.';

const SAID = 'I mentored an engineer into a large backend, and here is how it went.';

test('is told by the rest of it', async () => {
  expect(await kindsOf(OUTAGE)).toEqual(['off-topic']);
  expect(await kindsOf(`${SAID} ${OUTAGE}`)).toEqual(['off-topic']);
  expect(await kindsOf(`${OUTAGE} ${SAID}`)).toEqual(['off-topic']);
});

test('a story on the theme is none the worse for it', async () => {
  const story =
    'Every Tuesday I sat beside her for an hour and let her explain one service to me. She drew the calls, I asked what ' +
    'happens if one fails. In the second month I gave her a small fault in billing and kept my hands off the keyboard. She ' +
    'found it in two days. After half a year she took her first week on call, alone, and taught the next newcomer.';
  expect(await kindsOf(`${SAID} ${story}`)).toEqual([]);
});
