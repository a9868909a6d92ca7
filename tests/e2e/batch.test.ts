/** Many answers in real runs: the same bytes however they are judged, and whatever happens meanwhile. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/interview/random.ts';
import { answerFiles, answers, evaluate, inShell, started } from './many.ts';
import { eventually, type Place, place } from './place.ts';
import { KEY, mockloop } from './terminal.ts';

const FILES = 8;
const ROWS = 20;

/** What an unbroken run of one thread makes of all files. */
let whole: string | undefined;
async function wanted(): Promise<string> {
  if (whole !== undefined) return whole;
  const at = place();
  const run = evaluate(at, ...answerFiles(at, FILES, ROWS), '--jobs', '1');
  run.close();
  expect(await run.end()).toBe(0);
  expect(run.out.match(/\n/g)).toHaveLength(FILES * ROWS);
  whole = run.out;
  return run.out;
}

const kept = (at: Place, name = 'out.jsonl') => readFileSync(join(at.folder, name), 'utf8');
/** What lies there beside the answers. */
const left = (at: Place) => readdirSync(at.folder).filter(it => !it.startsWith('answers-'));

describe('the same bytes', () => {
  test.each(['2', '4'])('with %s threads', async jobs => {
    const at = place();
    const run = evaluate(at, ...answerFiles(at, FILES, ROWS), '--jobs', jobs);
    expect(await run.end()).toBe(0);
    expect(run.out).toBe(await wanted());
  });

  test('with shipped questions, in this thread and in another', async () => {
    const at = place();
    delete at.env.MOCKLOOP_CONTENT;
    const row = (id: string) => ({
      id,
      question: 'leadership/mistake-of-yours',
      answer: 'I broke the build.',
    });
    writeFileSync(
      join(at.folder, 'few.jsonl'),
      ['a', 'b'].map(it => `${JSON.stringify(row(it))}\n`).join(''),
    );
    const runs = [[], ['--jobs', '1']].map(jobs => evaluate(at, 'few.jsonl', ...jobs));
    for (const run of runs) expect(await run.end()).toBe(0);
    expect(runs[0]!.out).toContain('"id":"b"');
    expect(runs[1]!.out).toBe(runs[0]!.out);
    // V8 says so when it knows a flag for threads no more.
    expect(runs[1]!.err).not.toContain('unrecognized flag');
  });

  test('from standard input cut into odd pieces', async () => {
    const run = evaluate(place(), '-', '--jobs', '2');
    const bytes = Buffer.from(answers(FILES * ROWS));
    for (let from = 0, size = 1; from < bytes.length; from += size, size = (size * 7) % 4999) {
      run.child.stdin!.write(bytes.subarray(from, from + size));
      await sleep(1);
    }
    run.close();
    expect(await run.end()).toBe(0);
    expect(run.out).toBe(await wanted());
  });

  test('from shards, put together in any order', async () => {
    const at = place();
    const files = answerFiles(at, FILES, ROWS);
    const shards = await Promise.all(
      ['2/2', '1/2'].map(async shard => {
        const run = evaluate(at, ...files, '--shard', shard);
        expect(await run.end()).toBe(0);
        return run.out;
      }),
    );
    const put = inShell(at, 'cat > out.jsonl && exec "$@"', ...files, '--resume', '--out', 'out.jsonl');
    put.child.stdin!.end(shards.join(''));
    expect(await put.end()).toBe(0);
    expect(kept(at)).toBe(await wanted());
  });
});

test('Ctrl-C ends with 130 and keeps what was judged; --resume goes on to the same bytes', async () => {
  const at = place();
  const all = answers(FILES * ROWS).split(/(?<=\n)/);
  const run = evaluate(at, '-', '--out', 'out.jsonl');
  run.child.stdin!.write(all.slice(0, 70).join(''));
  await eventually(
    () => existsSync(join(at.folder, 'out.jsonl.partial')) && kept(at, 'out.jsonl.partial').includes('"r60"'),
    'the first rows to be kept',
  );
  run.child.kill('SIGINT');
  expect(await run.end()).toBe(130);
  expect(run.err).toBe(
    'Stopped. Rows judged: 70. Kept in out.jsonl.partial. Go on: the same command with --resume.\n',
  );
  expect(left(at)).toEqual(['out.jsonl.partial']);

  const again = evaluate(at, '-', '--out', 'out.jsonl', '--resume');
  again.child.stdin!.end(all.join(''));
  expect(await again.end()).toBe(0);
  expect(kept(at)).toBe(await wanted());
  expect(left(at)).toEqual(['out.jsonl']);
});

test('Ctrl-C while its progress is drawn ends in the same order, and says how to go on', async () => {
  const at = place();
  const files = answerFiles(at, 40, 400).map(it => join(at.folder, it));
  const out = join(at.folder, 'out.jsonl');
  const screen = mockloop(at, 'evaluate', ...files, '--jobs', '1', '--out', out);
  await screen.see(' a second, ');
  await screen.type(KEY.interrupt);
  expect((await screen.end()).code).toBe(130);
  expect(screen.text(true)).toContain('the same command with --resume.');
  expect(left(at)).toEqual(['out.jsonl.partial']);
});

/** How many moments; MOCKLOOP_KILLS asks for more than the few of every run. */
const KILLS = Number(process.env.MOCKLOOP_KILLS || 5);

test(
  `killed ${KILLS} times at random moments, it comes to the same bytes`,
  async () => {
    const at = place();
    const argv = [...answerFiles(at, FILES, ROWS), '--jobs', '2', '--resume', '--out', 'out.jsonl'];
    const random = seededRandom(7);
    const began = performance.now();
    expect(await evaluate(at, ...argv).end()).toBe(0);
    const time = performance.now() - began;
    const expectWhole = async () => {
      expect(left(at)).toEqual(['out.jsonl']);
      expect(kept(at)).toBe(await wanted());
      rmSync(join(at.folder, 'out.jsonl'));
    };
    await expectWhole();
    for (let kills = 0; kills < KILLS; ) {
      const run = started(at, ...argv);
      const ended = once(run, 'exit');
      await Promise.race([ended, sleep(random() * time)]);
      run.kill('SIGKILL');
      const [code] = await ended;
      if (code === null) kills++;
      else {
        expect(code).toBe(0);
        await expectWhole();
      }
    }
    expect(await evaluate(at, ...argv).end()).toBe(0);
    await expectWhole();
  },
  10_000 * KILLS,
);

describe.skipIf(!existsSync('/dev/full'))('a full disk ends with 2, and says what is kept', () => {
  const FULL = /^mockloop: The disk is full\.\nOnly what was written there is kept; [^\n]+\n$/;

  test('where the output is', async () => {
    const at = place();
    symlinkSync('/dev/full', join(at.folder, 'full.jsonl'));
    const run = evaluate(at, ...answerFiles(at, 2, ROWS), '--out', 'full.jsonl');
    expect(await run.end()).toBe(2);
    expect(run.err).toMatch(FULL);
    expect(left(at)).toEqual(['full.jsonl']);
  });

  test('where standard output goes', async () => {
    const at = place();
    const run = inShell(at, 'exec "$@" > /dev/full', ...answerFiles(at, 2, ROWS));
    expect(await run.end()).toBe(2);
    expect(run.err).toMatch(FULL);
  });
});

test('a file that may not grow on ends with 2; once it may, --resume comes to the same bytes', async () => {
  const at = place();
  const argv = [...answerFiles(at, FILES, ROWS), '--out', 'out.jsonl', '--out', 'out.csv'];
  // In blocks of 512 or 1024 bytes, by the shell; a result takes about one of them, and there are 160.
  const run = inShell(at, 'ulimit -f 99; exec "$@"', ...argv);
  expect(await run.end()).toBe(2);
  expect(run.err).toMatch(
    /^mockloop: A file has reached the size limit [^\n]+\nWhat was judged is kept in out\.jsonl\.partial; [^\n]+ with --resume\.\n$/,
  );
  expect(left(at)).toEqual(['out.jsonl.partial']);
  expect(statSync(join(at.folder, 'out.jsonl.partial')).size).toBeGreaterThan(40_000);

  const again = evaluate(at, ...argv, '--resume');
  expect(await again.end()).toBe(0);
  expect(kept(at)).toBe(await wanted());
  expect(left(at)).toEqual(['out.csv', 'out.jsonl']);
});

test('a folder that is missing, or may not be written to, ends with 2', async () => {
  const at = place();
  const [file] = answerFiles(at, 1, 1) as [string];
  // The superuser may write everywhere but there.
  const readOnly = process.getuid?.() === 0 ? '/sys' : join(at.folder, 'read-only');
  if (!existsSync(readOnly)) {
    mkdirSync(readOnly);
    chmodSync(readOnly, 0o500);
  }
  for (const [folder, told] of [
    ['missing', 'There is no folder "missing" to write into.\nMake it first.'],
    [readOnly, /^mockloop: (No permission: .*\/out\.jsonl|That disk is read-only\..*)\n$/],
  ] as const) {
    const run = evaluate(at, file, '--out', join(folder, 'out.jsonl'));
    expect(await run.end()).toBe(2);
    if (typeof told === 'string') expect(run.err).toBe(`mockloop: ${told}\n`);
    else expect(run.err).toMatch(told);
  }
});

test('a CSV file that is not packed as it says is an error with its cause, and no end of the run', async () => {
  const at = place();
  const [answered] = answerFiles(at, 1, 2);
  writeFileSync(join(at.folder, 'not.csv.gz'), 'id,question,answer\n');
  const run = evaluate(at, 'not.csv.gz', answered!, '--out', 'out.jsonl');
  expect(await run.end()).toBe(3);
  expect(run.err).not.toContain('node:');
  const told = kept(at).trimEnd().split('\n');
  expect(told.map(it => JSON.parse(it).status)).toEqual(['error', 'scored', 'scored']);
  expect(told[0]).toContain(
    '"cause":"The file cannot be read on: its name ends in .gz, and it is no gzip file."',
  );
  expect(left(at).sort()).toEqual(['not.csv.gz', 'out.jsonl']);
});

test('an output that standard input is read from is refused', async () => {
  const at = place();
  const [file] = answerFiles(at, 1, 2) as [string];
  const run = inShell(at, `exec "$@" < ${file}`, '-', '--out', file);
  expect(await run.end()).toBe(2);
  expect(run.err).toMatch(/^mockloop: The output "answers-0\.jsonl" is read as answers too/);
  expect(kept(at, file)).toBe(answers(2));
});

describe('readers', () => {
  test('one that goes away is no failure', async () => {
    const at = place();
    const script = '{ "$@"; echo "exit=$?" >&2; } | head -1';
    const run = inShell(at, script, ...answerFiles(at, FILES, ROWS));
    await run.end();
    expect(run.out).toBe((await wanted()).slice(0, run.out.length));
    expect(run.out.match(/\n/g)).toHaveLength(1);
    expect(run.err).toBe('exit=0\n');
  });

  test.each([
    ['a pipe with a name', 'mkfifo out.jsonl; head -1 out.jsonl & '],
    ['a link to standard output', 'ln -s /dev/stdout out.jsonl; '],
  ])('of %s too', async (_what, prepare) => {
    const at = place();
    const script = `${prepare}{ "$@" --quiet --out out.jsonl; echo "exit=$?" >&2; } | head -1; wait`;
    const run = inShell(at, script, ...answerFiles(at, FILES, ROWS));
    await run.end();
    expect(run.out).toBe((await wanted()).slice(0, run.out.length));
    expect(run.out.match(/\n/g)).toHaveLength(1);
    expect(run.err).toBe('exit=0\n');
  });

  test('a slow one gets everything', async () => {
    const at = place();
    const run = started(at, ...answerFiles(at, FILES, ROWS));
    run.stdin.end();
    const read: Buffer[] = [];
    for await (const block of run.stdout) {
      read.push(block);
      await sleep(20);
    }
    expect(Buffer.concat(read).toString()).toBe(await wanted());
  });
});

test.skipIf(!existsSync('/proc/self/status'))(
  'a line of 300 MB is one bad row, and never held in memory',
  async () => {
    const at = place();
    const run = evaluate(at, '-', '--jobs', '1');
    const pid = run.child.pid!;
    let peak = 0;
    const watch = setInterval(() => {
      const memory = /VmHWM:\s*(\d+)/.exec(readStatus(pid))?.[1];
      peak = Math.max(peak, Number(memory ?? 0));
    }, 20);
    const { stdin } = run.child;
    const block = Buffer.alloc(1024 * 1024, 'x');
    stdin!.write(`${answers(1)}{"id":"giant","answer":"`);
    for (let count = 0; count < 300; count++) if (!stdin!.write(block)) await once(stdin!, 'drain');
    stdin!.end(`"}\n${answers(1, 1)}`);
    const code = await run.end();
    clearInterval(watch);
    const [first, giant, last] = run.out.split('\n').map(line => line && JSON.parse(line));
    expect([first.id, last.id]).toEqual(['r0', 'r1']);
    expect(giant).toMatchObject({ status: 'error', line: 2, cause: 'The row is longer than 1 MB.' });
    expect(code).toBe(3);
    expect(peak).toBeGreaterThan(20_000);
    expect(peak).toBeLessThan(200_000);
  },
);

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

describe('without a model nothing is connected to', () => {
  const HOOK = fileURLToPath(new URL('connects.mjs', import.meta.url));
  const watched = () => {
    const at = place({ NODE_OPTIONS: `--import ${HOOK}` });
    at.env.MOCKLOOP_CONNECTS = join(at.folder, 'connects');
    return at;
  };

  const CONNECTING = `
    import { connect } from 'node:net';
    import { isMainThread, Worker } from 'node:worker_threads';
    if (isMainThread) new Worker(new URL(import.meta.url));
    else connect(9).on('error', () => {});`;

  test('by threads or by the run itself', async () => {
    const at = watched();
    const run = evaluate(
      at,
      ...answerFiles(at, 2, ROWS),
      '--jobs',
      '2',
      '--out',
      'out.jsonl',
      '--out',
      'out.md',
    );
    expect(await run.end()).toBe(0);
    expect(left(at)).toEqual(['out.jsonl', 'out.md']);
  });

  test('and a connection would be noticed, in a thread too', async () => {
    const at = watched();
    const script = join(at.folder, 'connecting.mjs');
    writeFileSync(script, CONNECTING);
    spawnSync(process.execPath, [script], { env: at.env });
    expect(kept(at, 'connects')).toMatch(/^connect .*9/);
  });
});
