import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  beginJournal,
  loadSession,
  resumeJournal,
  sessionFolder,
  sessionIds,
} from '../../src/interview/journal.ts';
import { sessionFrom } from '../../src/interview/session.ts';
import { InputError } from '../../src/model/errors.ts';
import type { SessionEvent } from '../../src/model/session.ts';
import type { Processes } from '../../src/store/lock.ts';
import { plannedRound } from '../reports/building.ts';
import { type Happening, planOf, START, saying } from './world.ts';

const here: Processes = { pid: 10, isAlive: () => false };
const plan = planOf([plannedRound('one')]);
const ID = '2026-03-02-0930-sample';
const LATER = START + 60_000;
const happenings: Happening[] = [
  { type: 'round-started', round: 'one' },
  saying('one', 'go/gc'),
  { type: 'answered', key: 'go/gc', answer: 'Zuerst — 😀', seconds: 40, outcome: 'answered' },
  { type: 'left', draft: { key: 'go/map', attempt: 0, text: 'A ta', seconds: 3 } },
];
const events = happenings.map(it => ({ at: START, ...it }) as SessionEvent);
const opened: SessionEvent = { at: START, type: 'opened', session: ID, version: '0.1.0', plan };
const resumed: SessionEvent = { at: LATER, type: 'resumed' };

let data: string;
let path: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'mockloop-journal-'));
  path = join(data, 'sessions', ID, 'journal.jsonl');
});
afterEach(() => rmSync(data, { recursive: true }));

const begin = () => beginJournal(data, plan, '0.1.0', START, here);
const resume = (processes = here) => resumeJournal(data, ID, LATER, processes);
function write(): void {
  const journal = begin();
  for (const event of events) journal.record(event);
  journal.close();
}

test('a new session has a folder and files for its owner only', () => {
  const journal = begin();
  journal.saveDraft({ key: 'go/gc', attempt: 0, text: 'It', seconds: 1 }, false);
  expect(journal.session).toEqual(sessionFrom([opened]));
  expect(statSync(journal.folder).mode & 0o777).toBe(0o700);
  for (const file of ['journal.jsonl', 'draft.json', 'lock'])
    expect(statSync(join(journal.folder, file)).mode & 0o777, file).toBe(0o600);
  journal.close();
});

test('a session that cannot be begun leaves nothing', () => {
  const full = {
    isAlive: () => false,
    get pid(): number {
      throw new Error('ENOSPC');
    },
  };
  expect(() => beginJournal(data, plan, '0.1.0', START, full)).toThrow('ENOSPC');
  expect(readdirSync(join(data, 'sessions'))).toEqual([]);
});

test('a name that anything has, a link among them, is taken: nobody is written into', () => {
  mkdirSync(join(data, 'elsewhere'));
  mkdirSync(join(data, 'sessions'));
  writeFileSync(join(data, 'sessions', ID), 'a file');
  symlinkSync(join(data, 'elsewhere'), join(data, 'sessions', `${ID}-2`));
  begin().close();
  expect(sessionIds(data)).toEqual([`${ID}-3`]);
  expect(readdirSync(join(data, 'elsewhere'))).toEqual([]);
});

test('sessions of the same minute have names of their own', () => {
  begin().close();
  begin().close();
  expect(sessionIds(data)).toEqual([ID, `${ID}-2`]);
});

test('what was recorded is read back, and closing leaves no lock', () => {
  write();
  expect(loadSession(data, ID)).toEqual({ session: sessionFrom([opened, ...events]), damage: [] });
  expect(readdirSync(sessionFolder(data, ID))).toEqual(['journal.jsonl']);
});

describe('a draft', () => {
  const draft = { key: 'go/gc', attempt: 1, text: 'It marks\n— 😀', seconds: 12.5 };
  test('is kept until it is dropped', () => {
    const journal = begin();
    expect(journal.draft()).toBeUndefined();
    journal.saveDraft(draft, true);
    journal.close();
    const next = resume();
    expect(next.draft()).toEqual(draft);
    next.dropDraft();
    expect(next.draft()).toBeUndefined();
    next.close();
  });

  test.each(['', '{', 'null', '[]', '{"key":1}'])('that is damaged (%s) is as good as none', text => {
    const journal = begin();
    writeFileSync(join(journal.folder, 'draft.json'), text);
    expect(journal.draft()).toBeUndefined();
    journal.close();
  });
});

test('a journal cut at any byte is resumed with exactly the whole lines before', () => {
  write();
  const bytes = readFileSync(path);
  // A line is whole once its last brace is there; its line end may be missing.
  const ends = [...bytes.keys()].filter(at => bytes[at] === 0x0a);
  expect(ends).toHaveLength(1 + events.length);
  for (let size = bytes.length; size >= 0; size--) {
    writeFileSync(path, bytes.subarray(0, size));
    const whole = ends.filter(end => end <= size).length;
    if (whole === 0) {
      expect(resume, `cut at ${size}`).toThrow('lost its beginning');
      continue;
    }
    const journal = resume();
    const kept = sessionFrom([opened, ...events.slice(0, whole - 1), resumed]);
    expect(journal.session, `cut at ${size}`).toEqual(kept);
    journal.close();
    // What is written after a torn line is read back as well.
    const torn = !ends.some(end => size === end || size === end + 1);
    expect(loadSession(data, ID)).toMatchObject({ session: kept, damage: torn ? [{ line: whole + 1 }] : [] });
  }
});

test('a damaged line in the middle is told and skipped', () => {
  write();
  writeFileSync(path, readFileSync(path, 'utf8').replace('Zuerst', 'Zuletzt'));
  const journal = resume();
  expect(journal.damage).toEqual([{ line: 4, why: 'checksum does not fit' }]);
  expect(journal.session).toEqual(
    sessionFrom([opened, ...events.filter(it => it.type !== 'answered'), resumed]),
  );
  journal.close();
});

describe('it is the mistake of the user', () => {
  const refusal = (text: string) => {
    expect(resume).toThrow(InputError);
    expect(resume).toThrow(text);
    expect(existsSync(join(sessionFolder(data, ID), 'lock'))).toBe(false);
  };
  test('when a journal has no beginning', () => {
    write();
    writeFileSync(path, readFileSync(path, 'utf8').replace('opened', 'OPENED'));
    refusal('has lost its beginning');
  });
  test('when there is no such session', () => {
    refusal(`There is no session "${ID}".`);
    expect(() => loadSession(data, ID)).toThrow(InputError);
  });
  test('when the session was forgotten', () => {
    write();
    rmSync(sessionFolder(data, ID), { recursive: true });
    refusal('There is no session');
  });
  test('when the folder has no journal', () => {
    mkdirSync(sessionFolder(data, ID), { recursive: true });
    refusal('There is no session');
  });
  test('when the journal cannot be read', () => {
    mkdirSync(path, { recursive: true });
    refusal('Cannot read');
  });
});

describe('an open session', () => {
  test('is refused while its process lives, and can be read all the same', () => {
    const journal = begin();
    expect(() => resume({ pid: 11, isAlive: pid => pid === 10 })).toThrow('open elsewhere (process 10)');
    expect(loadSession(data, ID).session).toEqual(journal.session);
    journal.close();
    resume({ pid: 11, isAlive: () => true }).close();
  });

  test('is taken over from a process that is gone', () => {
    write();
    writeFileSync(join(sessionFolder(data, ID), 'lock'), '4711\n');
    const journal = resume({ pid: 11, isAlive: pid => pid !== 4711 });
    expect(readFileSync(join(journal.folder, 'lock'), 'utf8')).toMatch(/^11 /);
    journal.close();
  });
});
