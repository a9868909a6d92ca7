import { describe, expect, test } from 'vitest';
import type { Room } from '../../src/interview/candidate.ts';
import { plainCandidate } from '../../src/terminal/plain.ts';
import { planOf } from '../interview/world.ts';
import { answered, ask, plannedRound, question } from '../reports/building.ts';
import { turn } from './editor/world.ts';
import { COACH, fakeScreen, reviewOf, roomWith } from './world.ts';

const ASKED = ask('go', 'go/race', [], { prompt: 'What is a race?', open: true } as object);

function open(terminal = false) {
  const made = fakeScreen({ terminal });
  return { ...made, candidate: plainCandidate(made.screen, 'coach', COACH) };
}

/** The reply to these lines; the input stays open. */
async function replyTo(lines: string, rest: Partial<Room> = {}) {
  const made = open();
  const room = roomWith(rest);
  const reply = made.candidate.answer(ASKED, room);
  made.input.write(lines);
  return { ...made, room, reply: await reply };
}

describe('an answer', () => {
  test('ends with a full stop alone on its line', async () => {
    const { reply } = await replyTo('Two goroutines\n\n  and one. Word\n . \n');
    expect(reply).toMatchObject({ outcome: 'answered', text: 'Two goroutines\n\n  and one. Word' });
  });

  test('is saved as it comes, lines that have not ended included, and nothing of the next', async () => {
    const { candidate, input } = open();
    const room = roomWith();
    const reply = candidate.answer(ASKED, room);
    for (const piece of ['one\ntw', 'o\n', '/hint\n  and three', '\n.\nthe next\n']) {
      input.write(piece);
      await turn();
    }
    await reply;
    expect(room.saved.map(([text]) => text)).toEqual([
      'one\ntw',
      'one\ntwo',
      'one\ntwo\n  and three',
      'one\ntwo\n  and three',
      'one\ntwo\n  and three',
    ]);
  });

  test('is saved without what was erased', async () => {
    const { candidate, input } = open(true);
    const room = roomWith();
    candidate.answer(ASKED, room);
    for (const key of ['one\r', 't', '\x7f', '\x15']) {
      input.write(key);
      await turn();
    }
    expect(room.saved.map(([text]) => text)).toEqual(['one', 'one\nt', 'one']);
  });

  test.each([
    ['.', 'one'],
    ['//quit', 'one\n/quit'],
  ])('left within the line "%s" takes it as it would with its end', async (half, text) => {
    const { candidate, input } = open(true);
    const reply = candidate.answer(ASKED, roomWith());
    input.write(`one\r${half}\x03`);
    expect(await reply).toMatchObject({ outcome: 'left', text });
  });

  test('is never saved again for each line of many that came at once', async () => {
    const { room, reply } = await replyTo(`${'a line\n'.repeat(5_000)}.\n`);
    expect(reply.text.split('\n')).toHaveLength(5_000);
    expect(room.saved.length).toBeLessThan(100);
  });

  test.each([
    ['SIGINT', { outcome: 'left', signal: 2 }],
    ['the end of the time', { outcome: 'time-up' }],
  ])('left by %s keeps the line that has not ended', async (how, told) => {
    const { candidate, input, signals, clock } = open();
    const room = roomWith({ hard: true, left: { question: 5, round: 20 } });
    const reply = candidate.answer(ASKED, room);
    input.write('one\nand a ha');
    while (room.saved.length === 0) await turn();
    // The line that has ended is read a moment after it was saved.
    await turn();
    if (how === 'SIGINT') signals.emit('SIGINT');
    else clock.pass(20);
    expect(await reply).toMatchObject({ ...told, text: 'one\nand a ha' });
  });

  test('takes the time between question and full stop, and that of the draft', async () => {
    const { candidate, clock, input } = open();
    const reply = candidate.answer(
      ASKED,
      roomWith({ draft: { key: '', attempt: 0, text: 'one', seconds: 30 } }),
    );
    clock.pass(12);
    input.write('two\n.\n');
    expect(await reply).toMatchObject({ text: 'one\ntwo', seconds: 42 });
  });

  test('skipped has no text', async () => {
    const { reply } = await replyTo('never mind\n/skip\n');
    expect(reply).toMatchObject({ outcome: 'skipped', text: '' });
  });

  test('is what was written when the input ends', async () => {
    const { candidate, input } = open();
    const reply = candidate.answer(ASKED, roomWith());
    input.end('last words');
    expect(await reply).toMatchObject({ outcome: 'answered', text: 'last words' });
    expect(await candidate.answer(ASKED, roomWith())).toMatchObject({ outcome: 'left', text: '' });
  });

  test('is handed in by the clock of the round, where that is hard', async () => {
    const { candidate, clock, input } = open();
    const reply = candidate.answer(ASKED, roomWith({ hard: true, left: { question: 5, round: 20 } }));
    input.write('half\n');
    await turn();
    clock.pass(20);
    expect(await reply).toMatchObject({ outcome: 'time-up', text: 'half', seconds: 20 });
  });

  test('is not hurried where it is soft', async () => {
    const { candidate, clock, input } = open();
    const reply = candidate.answer(ASKED, roomWith({ left: { question: 5, round: 20 } }));
    clock.pass(60);
    input.write('late\n.\n');
    expect(await reply).toMatchObject({ outcome: 'answered', text: 'late' });
  });

  test('is left by a signal, with its number and the draft', async () => {
    const { candidate, input, signals } = open();
    const room = roomWith();
    const reply = candidate.answer(ASKED, room);
    input.write('half\n');
    while (room.saved.length === 0) await turn();
    signals.emit('SIGTERM');
    expect(await reply).toMatchObject({ outcome: 'left', signal: 15, text: 'half' });
  });
});

describe('commands', () => {
  test('/help tells them all and is no part of the answer', async () => {
    const { reply, messages } = await replyTo('one\n /help \ntwo\n.\n');
    expect(reply.text).toBe('one\ntwo');
    for (const command of ['  .  ', '/hint', '/skip', '/quit', '/help', '//quit writes /quit'])
      expect(messages()).toContain(command);
  });

  test('/quit leaves with what is written, and nobody says that the input ended', async () => {
    const { reply } = await replyTo('one\n/quit\n');
    expect(reply).toMatchObject({ outcome: 'left', text: 'one' });
    expect(reply).not.toHaveProperty('cut');
    expect(reply).not.toHaveProperty('signal');
  });

  test('are words with one slash more, and within a line; a comment stays one', async () => {
    const { reply } = await replyTo('//quit\n  //skip\nsee /help\n// skip\n//hints\n/quit now\n.\n');
    expect(reply.text).toBe('/quit\n  /skip\nsee /help\n// skip\n//hints\n/quit now');
  });

  test('that are none are words; at a terminal it is said, once', async () => {
    const { candidate, input, messages } = open(true);
    const reply = candidate.answer(ASKED, roomWith());
    input.write('/hlep\n/healthz\n.\n');
    expect((await reply).text).toBe('/hlep\n/healthz');
    expect(messages().split('is no command')).toHaveLength(2);
    expect((await replyTo('/hlep\n.\n')).messages()).not.toContain('is no command');
  });

  test('/quit to a question of ours leaves before the next is asked', async () => {
    const { candidate, input, messages, see } = open(true);
    const reviewed = candidate.review(ASKED, reviewOf(question('race')));
    await see('Another try?');
    input.write('/quit\n');
    expect(await reviewed).toBe('next');
    const draft = { key: '', attempt: 0, text: 'before', seconds: 30 };
    expect(await candidate.answer(ASKED, roomWith({ draft }))).toMatchObject({
      outcome: 'left',
      text: 'before',
      seconds: 30,
    });
    expect(messages()).not.toContain('What is a race?');
  });
});

describe('what cannot be kept', () => {
  const full = () => {
    throw new Error('no room');
  };

  test('is told at a terminal, once, and not handed in until it can', async () => {
    const { candidate, input, messages, see } = open(true);
    const room = roomWith({ save: full });
    const reply = candidate.answer(ASKED, room);
    input.write('one\n');
    await see('NOT SAVED: no room');
    input.write('two\n.\n');
    await see('So it is not handed in.');
    expect(messages().split('NOT SAVED')).toHaveLength(3);
    room.save = () => {};
    input.write('.\n');
    expect(await reply).toMatchObject({ outcome: 'answered', text: 'one\ntwo' });
  });

  test('ends a pipe', async () => expect(replyTo('one\n.\n', { save: full })).rejects.toThrow('no room'));
});

describe('hints', () => {
  test('come one at a time, and are no part of the answer', async () => {
    const { reply, messages } = await replyTo('/hint\none\n/hint\n/hint\n.\n', {
      hints: ['First.', 'Second.'],
    });
    expect(reply).toMatchObject({ text: 'one', hints: ['First.', 'Second.'] });
    expect(messages()).toMatch(/Hint: First\.\nHint: Second\.\nThere is no further hint\.\n/);
  });

  test('go on after those that were taken before a break', async () => {
    const { candidate, input } = open();
    const room = roomWith({ hints: ['First.', 'Second.'] });
    const reply = candidate.answer({ ...ASKED, hints: ['First.'] }, room);
    input.write('/hint\none\n.\n');
    expect(await reply).toMatchObject({ hints: ['Second.'] });
  });
});

describe('what is said', () => {
  test('goes to the messages: title, question, time left', async () => {
    const { messages, text } = await replyTo('.\n');
    expect(messages()).toBe(text());
    expect(messages()).toContain('Go in depth');
    expect(messages()).toContain('What is a race?');
    expect(messages()).toContain('(question: 10:00 left, round: 30:00 left)');
  });

  test('a draft is said to be kept, and its time is off', async () => {
    const draft = { key: '', attempt: 0, text: 'one', seconds: 30 };
    const { messages } = await replyTo('.\n', { draft });
    expect(messages()).toContain('What you wrote before is kept');
    expect(messages()).toContain('(question: 9:30 left, round: 29:30 left)');
  });

  test('the rules once, also where an interview goes on within a round', async () => {
    const { candidate, messages, input } = open();
    input.write('one\n.\ntwo\n.\n');
    await candidate.answer(ASKED, roomWith());
    await candidate.answer(ASKED, roomWith());
    expect(messages().split('holds only a full stop')).toHaveLength(2);
  });

  test('the rules once, each round by its number', async () => {
    const { candidate, messages } = open();
    const warmUp = plannedRound('?warm-up', { title: 'Warm-up', warmUp: true });
    const rounds = [plannedRound('a', { title: 'First\x1b[2J' }), plannedRound('b', { title: 'Second' })];
    const plan = planOf([warmUp, ...rounds]);
    for (const [index, round] of plan.rounds.entries())
      await candidate.welcome(round, index, plan, `Hello from ${round.id}.`);
    expect(messages()).toContain('\nWarm-up, 30 min; it does not count\n');
    expect(messages().split('holds only a full stop')).toHaveLength(2);
    expect(messages()).toContain('Round 1 of 2: First\\u001b[2J, 30 min');
    expect(messages()).toContain('Round 2 of 2: Second, 30 min');
    expect(messages()).toContain('Hello from b.');
  });
});

describe('feedback', () => {
  const review = reviewOf(question('race'));

  test('on a pipe leaves the next line to the next answer', async () => {
    const { candidate, input, messages } = open();
    input.write('yes\n.\n');
    expect(await candidate.review(ASKED, review)).toBe('next');
    expect(messages()).toContain('Level 2 of 4');
    expect(await candidate.answer(ASKED, roomWith())).toMatchObject({ text: 'yes' });
  });

  test.each([
    ['y', 'again'],
    ['Yes', 'again'],
    ['', 'next'],
    ['n', 'next'],
    ['yet more of what was pasted', 'next'],
    ['and the rest of it', 'next'],
  ])('at a terminal asks for another try: %j means %s', async (line, choice) => {
    const { candidate, input, see } = open(true);
    const reviewed = candidate.review(ASKED, review);
    await see('Another try?');
    input.write(`${line}\n`);
    expect(await reviewed).toBe(choice);
  });

  test('the model answer comes when it is asked for, with its points', async () => {
    const { candidate, input, see } = open(true);
    const reviewed = candidate.review(ASKED, reviewOf(question('race', { answer: ['Two at once.'] })));
    await see('Another try? y, a to add to this one, m for the model answer, or Enter to go on.');
    input.write('m\n');
    await see(
      '  Two at once.\n\nIts points, and yours\n  + There: order\n\nAnother try? y, a to add to this one, or Enter to go on.',
    );
    input.write('y\n');
    expect(await reviewed).toBe('again');
  });

  test('another try may add to the answer before it', async () => {
    const { candidate, input, see } = open(true);
    const reviewed = candidate.review(ASKED, review);
    await see('a to add to this one');
    input.write('a\n');
    expect(await reviewed).toBe('again');
    const again = candidate.answer(ask('go', 'go/race', [answered('One.')]), roomWith());
    input.write('Two.\n.\n');
    expect(await again).toMatchObject({ text: 'One.\nTwo.' });
  });

  test.each([
    ['3', 3],
    ['', undefined],
    ['5', undefined],
    ['good', undefined],
  ])('the own level is asked for at a terminal: %j is %s', async (line, level) => {
    const { candidate, input, see } = open(true);
    const said = candidate.selfScore(ASKED);
    await see('thin, 3 there, 4 strong, or Enter to pass.');
    input.write(`${line}\n`);
    expect(await said).toBe(level);
  });

  test('on a pipe nobody is asked for it', async () =>
    expect(await open().candidate.selfScore(ASKED)).toBeUndefined());

  test('a signal meanwhile leaves, and is not taken for a reply', async () => {
    const { candidate, signals, see } = open(true);
    const reviewed = candidate.review(ASKED, review);
    await see('Another try?');
    signals.emit('SIGTERM');
    await expect(reviewed).rejects.toMatchObject({ name: 'Interrupted', exitCode: 143 });
  });
});

test('there is no break, and closed it listens to nothing', async () => {
  const { candidate, signals } = open();
  expect(await candidate.rest(600)).toBe(0);
  candidate.leave?.();
  expect(signals.eventNames()).toEqual([]);
});
