/** From code and its tests to what came of running them. */
import type { Coding } from '../model/content.ts';
import type { RunEnd, TestRun } from '../model/test-run.ts';
import { type Named, scratchWith } from './files.ts';
import type { Language, Way } from './language.ts';
import { excerpt, linesInto } from './lines.ts';
import { type Ended, type RunningProgram, runProgram } from './processes.ts';

/** What is run on what. */
export interface Testing {
  language: Language;
  /** The language's program, an absolute path. */
  program: string;
  /** Names without folders. */
  code: { name: string; text: string };
  tests: { name: string; text: string };
  /** The candidate's environment; little of it is handed on. */
  env: Readonly<Record<string, string | undefined>>;
  /** Unix time in milliseconds. */
  now(): number;
  /** Instead of the language's limit, for tests of this. */
  seconds?: number;
}

export interface RunningTests {
  /** Undefined when it was stopped; a clause that says why they cannot be run here. Never rejects for what code does. */
  done: Promise<TestRun | string | undefined>;
  stop(): void;
}

/** The command as people would type it in a folder with the files. */
export function commandOf(language: Language, way: Way): string {
  return [language.program, ...way.args].join(' ');
}

/** What toolchains need of the candidate's environment: their programs, caches, and where the home is. No key, no token. */
const HANDED_ON = [
  'PATH',
  'HOME',
  'XDG_CACHE_HOME',
  'GOCACHE',
  'GOROOT',
  'PYENV_ROOT',
  'VOLTA_HOME',
  'SystemRoot',
  'LOCALAPPDATA',
];

/**
 * Runs tests on a code in a folder made for it and removed afterwards, so that neither the code handed in nor the tests
 * can change under it. It is no sandbox: the code runs as the candidate.
 */
export function runTests(testing: Testing): RunningTests {
  let current: RunningProgram | undefined;
  let stopped = false;
  return {
    done: inScratch(testing, folder =>
      tryWays(testing, folder, started => {
        current = started;
        if (stopped) started.stop();
      }),
    ),
    stop() {
      stopped = true;
      current?.stop();
    },
  };
}

async function inScratch<Result>(
  { language, code, tests }: Testing,
  act: (folder: string) => Promise<Result>,
): Promise<Result> {
  const files: Named = { ...language.beside, [code.name]: code.text, [tests.name]: tests.text };
  const scratch = scratchWith(files);
  try {
    return await act(scratch.folder);
  } finally {
    scratch.remove();
  }
}

type Started = (program: RunningProgram) => void;

async function tryWays(
  testing: Testing,
  folder: string,
  started: Started,
): Promise<TestRun | string | undefined> {
  const { language, tests } = testing;
  for (const way of language.ways(tests.name)) {
    const went = await goWay(testing, way, folder, started);
    if (went !== IMPOSSIBLE) return went;
  }
  return language.lacks;
}

const IMPOSSIBLE = Symbol('This way cannot be gone on this machine.');

async function goWay(
  testing: Testing,
  way: Way,
  folder: string,
  started: Started,
): Promise<TestRun | string | undefined | typeof IMPOSSIBLE> {
  const { language, program, tests, now, seconds = language.seconds } = testing;
  const reader = language.reader(tests.text);
  const shown = excerpt();
  const nearby = (text: string) => text.replaceAll(`${folder}/`, '');
  const take = (line: string) => {
    const told = reader.line(line);
    if (told !== undefined) shown.add(nearby(told));
  };
  const streams = { stdout: linesInto(take), stderr: linesInto(take) };
  const began = now();
  const running = runProgram({
    file: program,
    args: way.args,
    cwd: folder,
    env: environment(testing, way, folder),
    seconds,
    take: (piece, from) => streams[from].add(piece),
  });
  started(running);
  const ended = await running.done;
  streams.stdout.end();
  streams.stderr.end();
  if (ended.how === 'stopped') return undefined;
  if (ended.how === 'no-start') return `${language.program} cannot be started`;
  const output = shown.text();
  const counts = reader.counts();
  if (!counts && ended.exit !== 0 && way.impossible?.test(output)) return IMPOSSIBLE;
  if (!counts && ended.how === 'time-up' && language.unbuilt) return language.unbuilt;
  return {
    command: commandOf(language, way),
    end: endOf(ended, counts),
    exit: ended.exit,
    ...(counts && { counts }),
    failing: reader.failing().slice(0, MOST_NAMES).map(nearby),
    seconds: Math.round(Math.max(0, now() - began) / 100) / 10,
    output,
    note: way.note,
  };
}

const MOST_NAMES = 20;

/** Only a whole report in which something passed and nothing failed is a pass: a program may end well and test nothing. */
function endOf({ how, exit }: Ended, counts: TestRun['counts']): RunEnd {
  if (how === 'time-up' || how === 'too-much') return how;
  return exit === 0 && counts && counts.passed > 0 && counts.failed === 0 ? 'passed' : 'failed';
}

function environment({ env }: Testing, way: Way, folder: string): Record<string, string> {
  const handedOn = HANDED_ON.flatMap(name => (env[name] ? [[name, env[name]] as const] : []));
  const temporary = `${folder}/tmp`;
  return {
    HOME: folder,
    ...Object.fromEntries(handedOn),
    LANG: 'C.UTF-8',
    TMPDIR: temporary,
    TMP: temporary,
    TEMP: temporary,
    ...way.env,
  };
}

/** What the files of a coding question are called: those of the content, without their folders. */
export function namesOf(coding: Coding, language: Language): { code: string; tests: string } {
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return {
    code: coding.starter === undefined ? language.file : last(coding.starter),
    tests: coding.tests === undefined ? '' : last(coding.tests),
  };
}
