/** Loops at random: what was asked, what each answer scored, and the same with some answers better. */
import fc from 'fast-check';
import type { Criterion, QuestionType, Rubric } from '../../../src/model/content.ts';
import type { AnswerScore } from '../../../src/model/score.ts';
import type { Session, Try } from '../../../src/model/session.ts';
import {
  answered,
  ask,
  criterion,
  debriefWith,
  evidence,
  followUp,
  planned,
  plannedRound,
  question,
  rubric,
  SKIPPED,
  scored,
  sessionOf,
} from '../../reports/building.ts';

const looking = (id: string, signals: Criterion['signals'], weight = 2): Criterion => {
  const [made] = rubric('any', [[id, id, weight, `Advice for ${id}.`]]).criteria;
  return { ...made!, signals };
};

/** Rubrics with what bars and habits look for. */
export const RUBRICS: readonly Rubric[] = [
  {
    ...rubric('stories', []),
    criteria: [
      looking('action', [{ kind: 'ownership', share: 0.5 }]),
      looking('result', [{ kind: 'quantity', change: true }]),
    ],
  },
  {
    ...rubric('technical', []),
    criteria: [
      looking('correctness', [{ kind: 'coverage' }], 5),
      looking('trade-offs', [{ kind: 'mention' }], 0.5),
    ],
  },
];

/** Texts with and without what the bars read by words. */
const TEXTS = [
  'I noticed it, and I rolled it out to four teams, and errors fell from 9 to 2. They have stayed there since then.',
  'I asked for help and designed the service.',
  'We fixed it.',
  'It works.',
];

export interface Answer {
  /** Null: skipped. */
  text: string | null;
  /** 0 to 100; null: it could not be judged. */
  score: number | null;
  /** Of its two criteria. */
  criteria: [number, number];
}

export interface Asked {
  type: QuestionType;
  main: Answer;
  followUp: Answer | undefined;
  probe: Answer | undefined;
}

export interface Card {
  level: string;
  rounds: { barRaiser: boolean; asked: Asked[] }[];
}

const points = fc.integer({ min: 0, max: 1000 }).map(it => it / 10);
const answer: fc.Arbitrary<Answer> = fc.record({
  text: fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  ),
  score: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 7, arbitrary: points }),
  criteria: fc.tuple(points, points),
});
const asked: fc.Arbitrary<Asked> = fc.record({
  type: fc.constantFrom('technical', 'design', 'behavioral'),
  main: answer,
  followUp: fc.option(answer, { nil: undefined }),
  probe: fc.option(answer, { nil: undefined }),
});

export const card: fc.Arbitrary<Card> = fc.record({
  level: fc.constantFrom('L4', 'L5', 'L6', 'Senior', ''),
  rounds: fc.array(fc.record({ barRaiser: fc.boolean(), asked: fc.array(asked, { maxLength: 4 }) }), {
    minLength: 2,
    maxLength: 4,
  }),
});

/** Points gained, mostly few; what was skipped may be answered instead. */
const gain = fc.record({ by: fc.oneof(fc.constant(0), points), answers: fc.boolean() });

const better = (it: Answer, { by, answers }: { by: number; answers: boolean }): Answer => {
  const up = (score: number) => Math.min(100, score + by);
  if (it.text === null) return answers ? { ...it, text: TEXTS[0]!, score: it.score ?? by } : it;
  return {
    ...it,
    score: it.score === null ? null : up(it.score),
    criteria: [up(it.criteria[0]), up(it.criteria[1])],
  };
};

/** A card and one in which no answer is worse. */
export const improved: fc.Arbitrary<[Card, Card]> = fc
  .tuple(card, fc.infiniteStream(gain))
  .map(([before, gains]) => {
    const next = (it: Answer) => better(it, gains.next().value);
    const rounds = before.rounds.map(round => ({
      ...round,
      asked: round.asked.map(it => ({
        ...it,
        main: next(it.main),
        followUp: it.followUp && next(it.followUp),
        probe: it.probe && next(it.probe),
      })),
    }));
    return [before, { ...before, rounds }];
  });

const tryOf = ({ text }: Answer): Try => (text === null ? SKIPPED : answered(text));

function scoreOf({ text, score, criteria }: Answer, ids: readonly string[]): AnswerScore {
  if (text === null || score === null) return scored(null, { cause: 'It could not be judged.' });
  const level = (points: number) => (points >= 80 ? 4 : points >= 55 ? 3 : points >= 30 ? 2 : 1);
  return scored(score, {
    criteria: ids.map((id, at) => ({
      ...criterion(id, criteria[at]!, level(criteria[at]!)),
      evidence: [evidence(text, text)],
    })),
  });
}

const rubricOf = (type: QuestionType) => RUBRICS[type === 'behavioral' ? 0 : 1]!;

/** The debrief of a card. */
export const debriefOfCard = (it: Card) => debriefWith(...sessionOfCard(it));

export function sessionOfCard({ level, rounds }: Card): [Session, Record<string, AnswerScore[]>] {
  const scores: Record<string, AnswerScore[]> = {};
  const held = rounds.map(({ barRaiser, asked: mains }, at) => {
    const id = `r${at}`;
    const asks = mains.flatMap((it, number) => {
      const key = `b/q${at}-${number}`;
      const ids = rubricOf(it.type).criteria.map(one => one.id);
      const below = (name: string, given: Answer | undefined, which: readonly string[]) => {
        if (!given) return [];
        scores[`${key}/${name}`] = [scoreOf(given, which)];
        return [ask(id, `${key}/${name}`, [tryOf(given)])];
      };
      scores[key] = [scoreOf(it.main, ids)];
      return [
        ask(id, key, [tryOf(it.main)]),
        ...below('more', it.followUp, []),
        ...below(`?${ids[1]}.example`, it.probe, [ids[1]!]),
      ];
    });
    const questions = mains.map((it, number) =>
      planned(
        `b/q${at}-${number}`,
        question(`q${at}-${number}`, {
          type: it.type,
          competencies: [`c${at}`],
          followUps: [followUp('more')],
        }),
        [rubricOf(it.type).id],
      ),
    );
    return { planned: plannedRound(id, { barRaiser, questions }), asks };
  });
  const session = sessionOf(held, [...RUBRICS]);
  return [{ ...session, plan: { ...session.plan, loop: { ...session.plan.loop, level } } }, scores];
}
