/** What a candidate has to go by for one answer; see conduct.ts. */
import { describe, expect, test } from 'vitest';
import type { Room } from '../../src/interview/candidate.ts';
import type { AskState, Mode } from '../../src/model/session.ts';
import { hold, planIn } from './holding.ts';
import { candidateWho, fold, memory, reply, saying } from './world.ts';

/** The room that a candidate finds for each answer of the first round. */
async function roomsOf(mode: Mode, answer: (ask: AskState, room: Room) => number, again = 0) {
  const rooms: Record<string, Room> = {};
  const candidate = candidateWho(
    (ask, room) => {
      rooms[`${ask.key}#${ask.tries.length}`] = room;
      return reply('It marks.', { seconds: answer(ask, room) });
    },
    { review: async ask => (ask.tries.length <= again ? 'again' : 'next') },
  );
  await hold(candidate, { mode });
  return rooms;
}

describe('the room for an answer', () => {
  test('has the hints of what is asked', async () => {
    const rooms = await roomsOf('real', () => 60);
    const hints = ['go/gc#0', 'go/gc/pause#0', 'one/closing#0'].map(key => rooms[key]!.hints);
    expect(hints).toEqual([['Colours.'], ['Short.'], []]);
  });

  test('is hard in real mode only, and only for the first try', async () => {
    const real = await roomsOf('real', () => 60);
    const coach = await roomsOf('coach', () => 60, 1);
    expect([real['go/gc#0']?.hard, coach['go/gc#0']?.hard, coach['go/gc#1']?.hard]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('leaves the closing its minutes, which it has however long the rest took', async () => {
    const rooms = await roomsOf('real', ask => (ask.key === 'go/gc' ? 1800 : 60));
    expect(rooms['go/gc#0']?.left).toEqual({ question: 600, round: 1500 });
    expect(rooms['one/closing#0']?.left).toEqual({ question: 300, round: 300 });
  });

  test('writes drafts of the right try', async () => {
    const keeper = memory();
    const typing = candidateWho(({ key, tries }, room) => {
      room.save(`${key} ${tries.length}`, 5, true);
      return reply('It marks.');
    });
    await hold(typing, { keeper });
    expect(keeper.saved[0]).toEqual({ key: 'go/gc', attempt: 0, text: 'go/gc 0', seconds: 5 });
  });
});

describe('a draft', () => {
  const old = { key: 'go/gc', attempt: 0, text: 'It ma', seconds: 12 };
  const offeredTo = async (session: ReturnType<typeof fold>, keeper = memory()) => {
    const offered: unknown[] = [];
    const candidate = candidateWho((_ask, room) => {
      offered.push(room.draft);
      return reply('', { outcome: 'left' });
    });
    await hold(candidate, { session, keeper });
    return offered[0];
  };
  const begun = [{ type: 'round-started', round: 'one' }, saying('one', 'go/gc')] as const;
  const answeredOnce = {
    type: 'answered',
    key: 'go/gc',
    answer: 'It.',
    seconds: 9,
    outcome: 'answered',
  } as const;

  test('of the first try is not offered for the second', async () => {
    const again = fold(planIn('coach'), ...begun, answeredOnce, { type: 'again', key: 'go/gc' });
    expect(await offeredTo(again, Object.assign(memory(), { kept: old }))).toBeUndefined();
    const second = { ...old, attempt: 1 };
    expect(await offeredTo(again, Object.assign(memory(), { kept: second }))).toEqual(second);
  });

  test('of another question is not offered', async () => {
    const keeper = Object.assign(memory(), { kept: { ...old, key: 'go/map' } });
    expect(await offeredTo(fold(planIn('real'), ...begun), keeper)).toBeUndefined();
  });

  test('in the file comes before the one in the journal, which stands in when the file is lost', async () => {
    const left = fold(planIn('real'), ...begun, { type: 'left', draft: old });
    expect(await offeredTo(left)).toEqual(old);
    const newer = { ...old, text: 'It marks an' };
    expect(await offeredTo(left, Object.assign(memory(), { kept: newer }))).toEqual(newer);
  });
});
