import { describe, expect, test } from 'vitest';
import type { Room } from '../../src/interview/candidate.ts';
import type { AskState, Mode, PlannedRound } from '../../src/model/session.ts';
import { time } from '../../src/reports/words.ts';
import { interviewer, titleOf } from '../../src/terminal/interviewer.ts';
import { closingOf, planOf } from '../interview/world.ts';
import { answered, ask, planned, plannedRound, question } from '../reports/building.ts';
import { COACH, fakeScreen, reviewOf, roomWith } from './world.ts';

const ROUND = plannedRound('go', {
  title: 'Go in depth',
  interviewer: 'engineer',
  brief: 'Expect to be asked how it works underneath.',
  questions: [planned('go/race', question('race')), planned('go/escape', question('escape'))],
});
const ASKED = ask('go', 'go/race', [], { prompt: 'What is a race?' });

function open(mode: Mode = 'coach') {
  const made = fakeScreen();
  return { ...made, candidate: interviewer(made.screen, mode, COACH) };
}

describe('the title of what is asked', () => {
  test.each<[string, AskState, string]>([
    ['a question', ASKED, 'question 1 of 2'],
    ['the second', ask('go', 'go/escape', []), 'question 2 of 2'],
    ['a planned follow-up', ask('go', 'go/race/when', []), 'follow-up'],
    [
      'one with a reason, which would give its answer away',
      ask('go', 'go/race/when', [], { why: 'missing: order' }),
      'follow-up',
    ],
    ['a probe', ask('go', 'go/race/?depth.why', [], { why: 'Depth was thin: coverage' }), 'one more thing'],
    ['the closing', ask('go', 'go/closing', []), 'your own questions'],
    ['another try', ask('go', 'go/race', [answered('One.')]), 'question 1 of 2 · try 2'],
  ])('%s', (_name, asked, title) => {
    expect(titleOf(asked, { round: ROUND })).toBe(`Go in depth · ${title}`);
  });
});

describe('the welcome', () => {
  async function welcomed(mode: Mode, round: PlannedRound, number = 1, rounds = [round]): Promise<string> {
    const { candidate, input, see, text } = open(mode);
    const plan = planOf(rounds, { mode });
    plan.loop.facts.push({ text: 'Not the employer’s.', source: 'a \x1b]0;page\x07', trust: 'low' });
    const ready = candidate.welcome(round, number, plan, 'Hello. I am here as engineer.');
    await see('❯ Begin; the clock starts');
    input.write('\r');
    await ready;
    return text();
  }

  test('of a coach: title, facts with their sources, what comes, how it goes', async () => {
    const text = await welcomed('coach', ROUND);
    expect(text).toMatch(/^\nSample loop, Go backend\n/);
    expect(text).toContain('  Not the employer’s. (a \\u001b]0;page\\u0007; trust: low)');
    expect(text).toContain('30 minutes, 2 questions.\n');
    expect(text).toContain('Hello. I am here as engineer.');
    expect(text).toContain('Expect to be asked');
    expect(text).toContain('may try again');
  });

  test('of a loop without facts leaves no second blank row in their place', async () => {
    const { candidate, input, see, text } = open();
    const ready = candidate.welcome(ROUND, 1, planOf([ROUND], { mode: 'coach' }), 'Hello.');
    await see('❯ Begin; the clock starts');
    input.write('\r');
    await ready;
    expect(text()).toMatch(/^\nSample loop, Go backend\n\nGo in depth\n/);
  });

  test('in earnest: neither facts nor brief', async () => {
    const text = await welcomed('real', ROUND);
    expect(text).not.toContain('Not the employer’s.');
    expect(text).not.toContain('Expect to be asked');
    expect(text).toContain('no feedback before the end');
  });

  test('of a later round: its number, not the title of the loop again', async () => {
    const text = await welcomed('coach', ROUND, 2, [plannedRound('first'), ROUND]);
    expect(text).toContain('Round 2 of 2: Go in depth');
    expect(text).not.toContain('Sample loop');
  });

  test('tells the closing, and times under a minute in seconds', async () => {
    const short = { ...ROUND, budget: 45, closing: closingOf('go', 5) };
    expect(await welcomed('coach', short)).toContain('45 seconds, 2 questions, then your own questions.');
  });
});

describe('an answer', () => {
  async function answering(room: Partial<Room>, bytes: string[]) {
    const made = open();
    const given = roomWith({ round: ROUND, ...room });
    const reply = made.candidate.answer(ASKED, given);
    await made.see('hand in');
    for (const it of bytes) {
      made.input.write(it);
      await new Promise(resolve => setImmediate(resolve));
    }
    return { ...made, given, reply };
  }

  test('is what was written in the editor, saved on the way, recorded in the scrollback', async () => {
    const { reply, given, messages } = await answering({ hints: ['Two writers?'] }, [
      'Two ',
      'threads',
      '\x14',
      '\x04',
    ]);
    expect(await reply).toEqual({
      outcome: 'answered',
      text: 'Two threads',
      seconds: 0,
      hints: ['Two writers?'],
      paused: 0,
    });
    expect(given.saved.at(-1)).toEqual(['Two threads', 0]);
    expect(messages()).toBe('\nWhat is a race?\n  handed in, 2 words in 0:00\n');
  });

  test('goes on with a draft and its time', async () => {
    const draft = { key: 'go/race', attempt: 0, text: 'Two ', seconds: 61 };
    const { reply, text, messages } = await answering({ draft }, ['threads', '\x04']);
    expect(await reply).toMatchObject({ text: 'Two threads', seconds: 61 });
    expect(text()).toContain('Going on with what you wrote before.');
    expect(messages()).toContain('handed in, 2 words in 1:01');
  });

  test('inline: the question is printed once, and what was written stays below it', async () => {
    const made = fakeScreen();
    const candidate = interviewer({ ...made.screen, inline: true }, 'coach', COACH);
    const reply = candidate.answer(ASKED, roomWith({ round: ROUND }));
    await made.see('hand in');
    made.input.write('Two threads\r  write.\x04');
    await reply;
    expect(made.messages()).toBe('Two threads\n  write.\n  handed in, 3 words in 0:00\n\n');
    expect(made.text().split('What is a race?')).toHaveLength(2);
  });

  test('tells the time as the report rounds it', async () => {
    const draft = { key: 'go/race', attempt: 0, text: '', seconds: 2.4 };
    const { reply, messages } = await answering({ draft }, ['Two', '\x04']);
    const { seconds } = await reply;
    expect(messages()).toContain(`1 word in ${time(seconds)}\n`);
    expect(time(seconds)).toBe('0:02');
  });

  test('given again shows no clock of the round, which does not run', async () => {
    const made = open();
    const again = ask('go', 'go/race', [answered('One.')], { prompt: 'What is a race?' });
    const reply = made.candidate.answer(again, roomWith({ round: ROUND }));
    await made.see('Another try 10:00 left · the round waits');
    made.input.write('Two.\x04');
    expect(await reply).toMatchObject({ text: 'Two.' });
  });

  test('that is skipped has no text: it was said that it will not be judged', async () => {
    const { clock, reply, input, messages, see } = await answering({}, ['no idea', '\x1b']);
    clock.pass(0.1);
    await see('s skip');
    input.write('s');
    await see('will not be judged');
    input.write('y');
    expect(await reply).toMatchObject({ outcome: 'skipped', text: '' });
    expect(messages()).toContain('  skipped\n');
  });

  test('another try that is skipped is told as dropped', async () => {
    const made = open();
    const again = ask('go', 'go/race', [answered('One.')], { prompt: 'What is a race?' });
    const reply = made.candidate.answer(again, roomWith({ round: ROUND }));
    await made.see('Another try');
    made.input.write('\x04');
    await made.see('Nothing is written');
    made.input.write('\x04');
    expect(await reply).toMatchObject({ text: '' });
    expect(made.messages()).toContain('  dropped: the answer before it counts\n');
  });

  test('is taken by the clock where that is hard', async () => {
    const { clock, reply, messages } = await answering({ hard: true, left: { question: 5, round: 2 } }, [
      'half',
    ]);
    clock.pass(2);
    expect(await reply).toMatchObject({ outcome: 'time-up', text: 'half' });
    expect(messages()).toContain('the time was up');
    expect(messages()).not.toContain('What you type now is dropped');
  });

  test('cut off drops what is still typed before anything else is shown', async () => {
    const made = await answering({ hard: true, left: { question: 5, round: 2 } }, ['half']);
    made.clock.pass(2);
    await made.reply;
    const left = made.candidate.leave?.();
    expect(made.messages()).toContain('What you type now is dropped');
    made.input.write('typed ahead\r');
    made.clock.pass(0.9);
    made.input.write('and on');
    made.clock.pass(0.9);
    await expect(Promise.race([left, Promise.resolve('waiting')])).resolves.toBe('waiting');
    made.clock.pass(0.2);
    await left;
    expect(made.input.listenerCount('data')).toBe(0);
  });

  test('cut off can be left by a signal, with nothing listening any more', async () => {
    const made = await answering({ hard: true, left: { question: 5, round: 2 } }, ['half']);
    made.clock.pass(2);
    await made.reply;
    const left = made.candidate.leave?.();
    made.signals.emit('SIGTERM');
    await expect(left).rejects.toMatchObject({ exitCode: 143 });
    expect(made.signals.eventNames()).toEqual([]);
  });

  test('is left by a signal with its number', async () => {
    const { signals, reply } = await answering({}, ['half']);
    signals.emit('SIGTERM');
    expect(await reply).toMatchObject({ outcome: 'left', signal: 15, text: 'half' });
  });
});

describe('the candidate’s own level', () => {
  test.each([
    ['', 1],
    ['\x1b[B\x1b[B', 3],
    ['\x1b[B\x1b[B\x1b[B\x1b[B', undefined],
  ])('after %j it is %s', async (keys, level) => {
    const { candidate, input, see } = open();
    const said = candidate.selfScore(ASKED);
    await see('❯ 1, not there');
    input.write(keys);
    await see(level === undefined ? '❯ I would rather not say' : keys === '' ? '' : `❯ ${level}`);
    input.write('\r');
    expect(await said).toBe(level);
  });
});

describe('the review', () => {
  function reviewing(model: string[]) {
    const made = open();
    return { ...made, reviewed: made.candidate.review(ASKED, reviewOf(question('race', { answer: model }))) };
  }

  test('shows the feedback and goes on', async () => {
    const { reviewed, input, see } = reviewing([]);
    await see('Level 2 of 4');
    await see('- Missing: order');
    await see('❯ Go on');
    input.write('\r');
    expect(await reviewed).toBe('next');
  });

  test('offers another try', async () => {
    const { reviewed, input, see } = reviewing([]);
    await see('❯ Go on');
    input.write('\x1b[B');
    await see('❯ Try again');
    input.write('\r');
    expect(await reviewed).toBe('again');
  });

  test('shows the model answer once, wrapped, its code as it stands', async () => {
    const words = Array<string>(20).fill('ordered').join(' ');
    const { reviewed, input, see, text } = reviewing([`${words}\n\n\`\`\`go\nmu.Lock()\n\`\`\``]);
    await see('Show the model answer');
    input.write('\x1b[B\x1b[B\x1b[B');
    await see('❯ Show the model answer');
    input.write('\r');
    await see('  mu.Lock()');
    await see('Its points, and yours\n  + There: order');
    const rows = text()
      .split('\n')
      .filter(it => it.startsWith('  ordered'));
    expect(rows.length).toBeGreaterThan(1);
    expect(Math.max(...rows.map(it => it.length))).toBeLessThan(60);
    await see('❯ Go on');
    expect(text().lastIndexOf('Show the model answer')).toBeLessThan(text().indexOf('mu.Lock()'));
    input.write('\r');
    expect(await reviewed).toBe('next');
  });

  test('may be changed: the editor begins with it, once', async () => {
    const { screen, input, see } = fakeScreen();
    const candidate = interviewer(screen, 'coach', COACH);
    const reviewed = candidate.review(ASKED, reviewOf(question('race')));
    await see('Change your answer');
    input.write('\x1b[B');
    await see('❯ Try again');
    input.write('\x1b[B');
    await see('❯ Change');
    input.write('\r');
    expect(await reviewed).toBe('again');
    const again = ask('go', 'go/race', [answered('One.')], { prompt: 'What is a race?' });
    const changed = candidate.answer(again, roomWith());
    await see('One.');
    input.write(' Two.\x04');
    expect(await changed).toMatchObject({ outcome: 'answered', text: 'One. Two.', seconds: 0 });
    const third = candidate.answer(again, roomWith());
    await see('hand in');
    input.write('Three.\x04');
    expect(await third).toMatchObject({ text: 'Three.' });
  });

  test('has no model answer to show where there is none', async () => {
    const { reviewed, input, see, text } = reviewing([]);
    await see('Try again');
    expect(text()).not.toContain('model answer');
    input.write('\r');
    await reviewed;
  });
});
