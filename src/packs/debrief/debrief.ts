/** Marks of several interviewers, put side by side. Who is hired they decide themselves. */
import type { Library } from '../../model/content.ts';
import type { Shelved } from '../../model/library.ts';
import type { Pack } from '../../model/pack.ts';
import type { Mark, MarkedCandidate, MarkedQuestion, PackDebrief } from '../../model/pack-debrief.ts';
import { criteriaOf } from '../kit.ts';
import { agreementOf, mean, rounded, severityOf } from './agreement.ts';
import type { ReadRows } from './rows.ts';

/**
 * @param asked the questions of the pack, in its order.
 * @param rows what was read of the scorecards.
 * @param random numbers in [0, 1), for the interval.
 */
export function packDebriefOf(
  pack: Pack,
  library: Library,
  asked: readonly Shelved[],
  rows: ReadRows,
  random: () => number,
): PackDebrief {
  const { badRows, blank } = rows;
  const marks = rows.marks.map(it => it.mark);
  const { id, title, level, form, forms } = pack;
  const units = [...groups(marks, it => JSON.stringify([it.candidate, it.question, it.criterion])).values()];
  const byCandidate = [...groups(marks, it => it.candidate)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind: 'pack-debrief',
    pack: { id, title, level, form, forms },
    candidates: byCandidate.map(([candidate, own]) => candidateOf(library, asked, candidate, own)),
    agreement: agreementOf(units, random),
    severity: severityOf(units),
    badRows,
    blank,
  };
}

function candidateOf(
  library: Library,
  asked: readonly Shelved[],
  candidate: string,
  marks: readonly Mark[],
): MarkedCandidate {
  const questions = questionsOf(library, asked, marks);
  const interviewers = [...groups(marks, it => it.interviewer)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    candidate,
    questions: questions.map(told),
    mean: meanOver(questions),
    interviewers: interviewers.map(([interviewer, own]) => ({
      interviewer,
      marks: own.length,
      // As the candidate's, which it stands below: the two are compared.
      mean: meanOver(questionsOf(library, asked, own)),
    })),
  };
}

const meanOver = (questions: readonly MarkedQuestion[]) => rounded(mean(questions.map(it => it.mean)));

/** Rounded only here: a mean of rounded means may be off by a hundredth. */
function told(question: MarkedQuestion): MarkedQuestion {
  const criteria = question.criteria.map(it => ({ ...it, mean: rounded(it.mean) }));
  return { ...question, criteria, mean: rounded(question.mean) };
}

function questionsOf(library: Library, asked: readonly Shelved[], marks: readonly Mark[]): MarkedQuestion[] {
  return asked.flatMap(it => questionOf(library, it, marks) ?? []);
}

function questionOf(library: Library, asked: Shelved, marks: readonly Mark[]): MarkedQuestion | undefined {
  const { ref, question } = asked;
  const criteria = criteriaOf(library, asked).flatMap(({ name, criterion }) => {
    const own = marks.filter(it => it.question === ref && it.criterion === name);
    if (own.length === 0) return [];
    const levels = own.map(it => it.level);
    const { title, anchors, weight } = criterion;
    return {
      criterion: name,
      title,
      anchors,
      weight,
      marks: own
        .map(({ interviewer, level, note }) => ({ interviewer, level, note }))
        .sort((a, b) => (a.interviewer < b.interviewer ? -1 : 1)),
      mean: mean(levels),
      apart: Math.max(...levels) - Math.min(...levels),
    };
  });
  if (criteria.length === 0) return undefined;
  const weight = criteria.reduce((sum, it) => sum + it.weight, 0);
  const total = criteria.reduce((sum, it) => sum + it.weight * it.mean, 0);
  return { question: ref, prompt: question.prompt, criteria, mean: total / weight };
}

function groups(marks: readonly Mark[], key: (mark: Mark) => string): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>();
  for (const mark of marks) found.set(key(mark), [...(found.get(key(mark)) ?? []), mark]);
  return found;
}
