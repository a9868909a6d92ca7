/** The leak check: whether the candidate's copy holds anything of what is listened for. */
import type { FollowUp, Library, Question } from '../model/content.ts';
import { LEVEL_NAMES, type Level } from '../model/level.ts';
import type { Shelved } from '../model/library.ts';
import { rubricsOf } from './kit.ts';
import { textsOf } from './leaked-text.ts';

/** A run of so many words is no chance any more. */
export const RUN = 5;

/** A run of words of the candidate's copy that something secret has, too. */
export interface Leak {
  /** Path in the pack. */
  file: string;
  /** `bank/question`, or `rubric ID`. */
  of: string;
  /** What it is: `point roles`, `model answer`. */
  what: string;
  /** The words, as they were compared. */
  words: string;
}

interface Secret extends Pick<Leak, 'of' | 'what'> {
  text: string;
}

/**
 * Every run of five words or more that a copy shares with a point, a pitfall, a hint, a step of the outline, a follow-up,
 * an anchor, an advice, a probe or a model answer, unless it stands in what candidates are given by the question itself. Case, punctuation
 * and layout do not hide a run. Throws Error for a copy that cannot be read.
 * @param asked all questions of the pack.
 * @param copies the candidate's files by their paths.
 */
export function leaksIn(
  library: Library,
  asked: readonly Shelved[],
  copies: ReadonlyMap<string, Uint8Array>,
): Leak[] {
  const allowed = new Set(asked.flatMap(it => givenIn(it.question)).flatMap(it => runsOf(wordsOf(it))));
  const secrets = new Map<string, Secret>();
  for (const secret of secretsOf(library, asked))
    for (const run of runsOf(wordsOf(secret.text)))
      if (!allowed.has(run) && !secrets.has(run)) secrets.set(run, secret);
  return [...copies].flatMap(([file, bytes]) =>
    unique(textsOf(file, bytes).flatMap(text => leaksInText(file, wordsOf(text), secrets))),
  );
}

/** What a candidate is given: the prompt, and the code to begin with. */
function givenIn({ prompt, coding }: Question): string[] {
  return [prompt, ...(coding?.files?.starter === undefined ? [] : [coding.files.starter])];
}

/** The same words in two readings of one file are one leak. */
function unique(leaks: readonly Leak[]): Leak[] {
  return [...new Map(leaks.map(it => [`${it.of} ${it.what} ${it.words}`, it])).values()];
}

/** Words as they are compared: letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

/** Runs that overlap are told as the one long run that they are. */
function leaksInText(file: string, words: readonly string[], secrets: ReadonlyMap<string, Secret>): Leak[] {
  const leaks: Leak[] = [];
  let open: { from: number; secret: Secret } | undefined;
  const runs = runsOf(words);
  for (let at = 0; at <= runs.length; at++) {
    const secret = at < runs.length ? secrets.get(runs[at]!) : undefined;
    if (open && secret !== open.secret) {
      const { of, what } = open.secret;
      leaks.push({ file, of, what, words: words.slice(open.from, at - 1 + RUN).join(' ') });
      open = undefined;
    }
    if (secret && !open) open = { from: at, secret };
  }
  return leaks;
}

function secretsOf(library: Library, asked: readonly Shelved[]): Secret[] {
  const rubrics = new Map(asked.flatMap(it => rubricsOf(library, it)).map(it => [it.id, it]));
  return [
    ...asked.flatMap(({ ref, question }) => secretsOfQuestion(ref, question)),
    ...[...rubrics.values()].flatMap(({ id, criteria }) =>
      criteria.flatMap(it => {
        const secret = (what: string, text: string) => ({
          of: `rubric ${id}`,
          what: `${what} of ${it.id}`,
          text,
        });
        const anchors = Object.keys(LEVEL_NAMES).map(level =>
          secret(`anchor ${level}`, it.anchors[Number(level) as Level]),
        );
        return [
          ...anchors,
          secret('advice', it.advice),
          ...it.probes.map(probe => secret('probe', probe.ask)),
        ];
      }),
    ),
  ];
}

function secretsOfQuestion(of: string, question: Question): Secret[] {
  const each = (what: string, texts: readonly string[]) => texts.map(text => ({ of, what, text }));
  return [
    ...secretsOfAnswer(of, question),
    ...each('step of the outline', question.outline),
    ...each('what to look for', question.lookFor),
    ...each(
      'keyword',
      question.keywords.flatMap(it => it.means ?? []),
    ),
    ...each('tests', question.coding?.files?.tests === undefined ? [] : [question.coding.files.tests]),
  ];
}

type Answerable = Pick<FollowUp, 'points' | 'pitfalls' | 'answer' | 'hints' | 'followUps'>;

function secretsOfAnswer(of: string, asked: Answerable): Secret[] {
  return [
    ...asked.points.flatMap(({ id, text }) => text.map(it => ({ of, what: `point ${id}`, text: it }))),
    ...asked.pitfalls.flatMap(({ id, text, also = [] }) =>
      [text, ...also].map(it => ({ of, what: `pitfall ${id}`, text: it })),
    ),
    ...asked.hints.map(text => ({ of, what: 'hint', text })),
    ...asked.answer.map(text => ({ of, what: 'model answer', text })),
    ...asked.followUps.flatMap(it => [
      { of, what: `follow-up ${it.id}`, text: it.prompt },
      ...secretsOfAnswer(of, it),
    ]),
  ];
}
