import { describe, expect, test } from 'vitest';
import type { Try } from '../../src/model/session.ts';
import { renderDebriefPage } from '../../src/reports/html/debrief.ts';
import { renderMarkdown } from '../../src/reports/markdown.ts';
import {
  answered,
  ask,
  debriefWith,
  planned,
  plannedRound,
  question,
  SKIPPED,
  scored,
  sessionOf,
} from './building.ts';
import { SAMPLE } from './fixture.ts';

const report = renderMarkdown(SAMPLE);

/** The part of the report from a heading to the next of any level. */
function section(heading: string): string {
  const [, after] = report.split(`${heading}\n`);
  return after!.split(/\n#+ /)[0]!;
}

describe('the Markdown report', () => {
  test('is the golden one', async () => {
    await expect(report).toMatchFileSnapshot('golden/report.md');
  });

  test('holds its first headings in this order', () => {
    const headings = report.split('\n').filter(line => /^#{1,2} /.test(line));
    expect(headings).toEqual([
      '# Interview report: Sample loop, Go backend',
      '## Work on these first',
      '## Scorecard',
      '## Your own levels',
      '## Round 1: Go in depth',
      '## Round 2: People \\| \\<u\\>principles\\</u\\>',
      '## Round 3: System design',
      '## Where the figures come from',
    ]);
  });

  test('proves a covered point with its quote', () => {
    expect(section('### 1.1 Question: scheduler')).toContain(
      '**Covered**\n\n- G is a goroutine, M an OS thread, P the right to run Go code: “A G is one goroutine, an M one thread”',
    );
  });

  test('shows every try and says which one counts', () => {
    const told = section('### 1.1 Question: scheduler');
    expect(told.indexOf('**Try 1 of 2**')).toBeLessThan(told.indexOf('**Try 2 of 2, the one that counts**'));
    expect(told).toContain('**12 of 100, level 1, not there**');
    expect(told).toContain('**71.4 of 100, level 3, there**');
  });

  test('advises only on criteria under level 3', () => {
    const last = section('### 1.1 Question: scheduler').split('the one that counts')[1]!;
    expect(last).toContain('**Advice**\n\n- Depth: Say why it is so, and what it costs.\n');
    expect(last).not.toContain('Coverage: Name');
  });

  test('says why a follow-up or a probe was asked', () => {
    expect(section('#### 1.1.1 Follow-up: syscall')).toContain(
      '**Asked because:** missing: P is handed to another M when M blocks in a system call',
    );
    expect(section('#### 1.1.2 Probe: example')).toContain('**Asked because:** Depth was thin');
  });

  test.each([
    ['#### 1.1.1.1 Follow-up: netpoll', 'No score: skipped; it counts as 0'],
    ['### 1.2 Question: race', 'No score: it could not be assessed (The answer is not in English.)'],
    [
      '#### 2.2.1 Follow-up: after',
      'No score: the judge failed (the server said \\<h1\\>503\\</h1\\> \\| try again)',
    ],
  ])('%s says "%s"', (heading, words) => {
    const told = section(heading);
    expect(told).toContain(words);
    expect(told).not.toContain('of 100');
  });

  test('tells what had no time and what has not been held', () => {
    expect(report).toContain("**Not asked:** go/escape (the round's time was up)");
    expect(section('## Round 3: System design')).toContain('Nothing has been asked in this round.');
  });

  test('has no HTML but its own', () => {
    const tags = report.replace(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, '').match(/(?<!\\)<[^>]*>/g);
    expect(new Set(tags)).toEqual(new Set(['<details>', '<summary>', '</summary>', '</details>']));
    expect(report.match(/^<details>/gm)).toHaveLength(report.match(/^<\/details>$/gm)!.length);
  });

  test('says plainly that nothing was answered', () => {
    const round = plannedRound('r', { questions: [planned('b/q', question('q'))] });
    const session = sessionOf([{ planned: round, asks: [ask('r', 'b/q', [SKIPPED])] }]);
    const told = renderMarkdown(debriefWith(session, { 'b/q': [scored(null)] }));
    expect(told).toContain('No overall score: nothing was answered.');
    expect(told).toContain('There is no scored answer to go by.');
  });

  test('tells no model answer to a question that still waits for an answer', () => {
    const asked = question('q', { answer: ['It is a lock.'] });
    const round = plannedRound('r', { questions: [planned('b/q', asked)] });
    const debrief = (...tries: Try[]) =>
      debriefWith(sessionOf([{ planned: round, asks: [ask('r', 'b/q', tries)] }]), { 'b/q': [scored(20)] });
    for (const render of [renderMarkdown, renderDebriefPage]) {
      expect(render(debrief())).not.toContain('It is a lock.');
      expect(render(debrief(answered('text')))).toContain('It is a lock.');
    }
  });

  test('does not blame the candidate where nothing could be judged', () => {
    const round = plannedRound('r', { questions: [planned('b/q', question('q'))] });
    const session = sessionOf([{ planned: round, asks: [ask('r', 'b/q', [answered('text')])] }]);
    const failed = scored(null, { status: 'error', cause: 'no network' });
    expect(renderMarkdown(debriefWith(session, { 'b/q': [failed] }))).toContain(
      'No overall score: no answer could be judged.',
    );
  });
});

describe('own levels', () => {
  test('stand at each try, with how far they are from the judge’s', () => {
    const told = section('### 1.1 Question: scheduler');
    expect(told).toContain('handed in · own level: 3, there (2 higher)');
    expect(told).toContain('handed in · own level: 3, there (the same)');
    expect(section('### 1.2 Question: race')).toContain('handed in · own level: 4, strong\n');
  });

  test.each([
    [
      'is told from three answers on',
      [4, 3, 2],
      [20, 20, 20],
      'You overrate your answers, by 2 levels on average.',
    ],
    [
      'is told in both directions',
      [1, 1, 2],
      [90, 90, 90],
      'You underrate your answers, by 2.7 levels on average.',
    ],
    ['is none within half a level', [2, 2, 3], [40, 40, 40], 'You judge yourself much as the judge does'],
    ['is not told from two', [4, 4], [10, 10], 'too few to speak of a habit'],
  ] as const)('the habit %s', (_what, own, judged, told) => {
    const names = own.map((_, index) => `b/q${index}`);
    const asks = names.map((key, index) => ask('r', key, [{ ...answered('x'), selfLevel: own[index]! }]));
    const questions = names.map(key => planned(key, question(key.slice(2))));
    const scores = Object.fromEntries(names.map((key, index) => [key, [scored(judged[index]!)]]));
    const text = renderMarkdown(
      debriefWith(sessionOf([{ planned: plannedRound('r', { questions }), asks }]), scores),
    );
    expect(text.split('## Your own levels')[1]!.split('\n## ')[0]).toContain(told);
  });
});

test('a warm-up that was skipped counts as nothing, not as 0', () => {
  const warm = plannedRound('?warm-up', { warmUp: true, questions: [planned('b/easy', question('easy'))] });
  const session = sessionOf([{ planned: warm, asks: [ask('?warm-up', 'b/easy', [SKIPPED])] }]);
  const text = renderMarkdown(debriefWith(session, { 'b/easy': [scored(null)] }));
  expect(text).toContain('No score: skipped · time used');
});

test('a warm-up has a section of its own, after the figures', () => {
  const warm = plannedRound('?warm-up', { warmUp: true, questions: [planned('b/easy', question('easy'))] });
  const session = sessionOf([
    { planned: warm, asks: [ask('?warm-up', 'b/easy', [answered('It is easy.')])] },
  ]);
  const text = renderMarkdown(debriefWith(session, { 'b/easy': [scored(10)] }));
  expect(text).toContain('## Warm-up\n\nIt counts in no figure of this report.\n\n### 0.1 Question: easy');
  expect(text).toContain('> It is easy.');
  expect(text).toContain('No overall score: nothing was answered.');
});
