/** Working folders of coding questions in the folder of a session, and their tests. */
import { join } from 'node:path';
import { codeIn, layOut, locate, writeCode } from '../coding/files.ts';
import { LANGUAGES } from '../coding/languages.ts';
import { commandOf, namesOf, runTests } from '../coding/testing.ts';
import { loadLibrary } from '../content/files.ts';
import type { Coding, Library } from '../model/content.ts';
import { messageOf } from '../model/errors.ts';
import { findQuestions } from '../model/library.ts';
import type { Plan } from '../model/session.ts';
import type { TestRun } from '../model/test-run.ts';
import { testRows } from '../reports/test-rows.ts';
import { writeAtomic } from '../store/atomic.ts';
import { withTilde } from '../store/folders.ts';
import type { RunningTests, Tests, Workshop } from '../terminal/workshop.ts';
import type { Io } from './io.ts';

/** What the tests printed last, whole as far as it is kept. */
const OUTPUT = 'tests-output.txt';

/** The workshop of a session; undefined where its plan has nothing to code. */
export async function workshopFor(io: Io, plan: Plan, folder: string): Promise<Workshop | undefined> {
  const questions = plan.rounds.flatMap(round => round.questions);
  if (!questions.some(it => it.question.coding)) return undefined;
  const shipped = await loadLibrary({});
  const refs = questions.map(it => it.ref);
  /** Not from the journal: what stands in a folder of data is no agreement. */
  const agreed = new Set<string>();
  return {
    open: (ref, coding, showTests) => {
      const language = LANGUAGES[coding.language];
      const names = namesOf(coding, language);
      const { starter = '', tests: testsText } = coding.files ?? {};
      const place = join(folder, 'code', folderFor(ref, refs));
      const beside = showTests && testsText !== undefined ? { [names.tests]: testsText } : {};
      layOut(place, { ...language.beside, ...beside, [names.code]: starter });
      const path = join(place, names.code);
      return {
        path,
        shown: withTilde(path),
        read: () => codeIn(path),
        write: (text, flush) => writeCode(path, text, flush),
        tests:
          testsText === undefined
            ? undefined
            : testsOf(io, place, ref, coding, testsText, { shipped, agreed }),
      };
    },
    tell: (run, width) => testRows(run, `${OUTPUT} beside the code`, width),
  };
}

/** The question's id, which keeps the path short; with its bank where that has a namesake in the interview. */
function folderFor(ref: string, refs: readonly string[]): string {
  const [, bank, id] = /^([a-z0-9][a-z0-9-]*)\/([a-z0-9][a-z0-9-]*)$/.exec(ref) ?? [];
  // Content cannot give another name; a journal that was tampered with could, to reach another folder.
  if (id === undefined) throw new Error(`"${ref}" names no question.`);
  return refs.some(it => it !== ref && it.endsWith(`/${id}`)) ? `${bank}.${id}` : id;
}

function testsOf(
  io: Io,
  place: string,
  ref: string,
  coding: Coding,
  text: string,
  { shipped, agreed }: { shipped: Library; agreed: Set<string> },
): Tests | string {
  const language = LANGUAGES[coding.language];
  const names = namesOf(coding, language);
  const program = locate(language.program, io.env.PATH ?? '');
  if (!program) return `there is no ${language.program} on this machine`;
  return {
    command: commandOf(language, language.ways(names.tests)[0]!),
    files: [names.code, names.tests].map(it => withTilde(join(place, it))),
    get known() {
      return agreed.has(ref) || isShipped(ref, coding, shipped);
    },
    start(code) {
      agreed.add(ref);
      const { done, stop } = runTests({
        language,
        program,
        code: { name: names.code, text: code },
        tests: { name: names.tests, text },
        env: io.env,
        now: io.clock.now,
      });
      return { done: keptIn(place, done), stop };
    },
  };
}

/** Byte for byte what this release ships: a bank of the same name from elsewhere, or of an older release, is not. */
function isShipped(ref: string, coding: Coding, library: Library): boolean {
  return findQuestions(library, ref).some(
    it => JSON.stringify(it.question.coding) === JSON.stringify(coding),
  );
}

async function keptIn(place: string, done: RunningTests['done']): RunningTests['done'] {
  try {
    const came: TestRun | string | undefined = await done;
    if (typeof came === 'object') writeAtomic(join(place, OUTPUT), came.output, { sync: false });
    return came;
  } catch (error) {
    // A full disk, say: it must not cost the candidate the answer.
    return `they could not be run (${messageOf(error)})`;
  }
}
