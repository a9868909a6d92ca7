/** Where a habit could show, and where it did: one way of looking for each kind of habit. */
import type { Criterion } from '../../model/content.ts';
import type { DebriefQuestion, Ground } from '../../model/debrief.ts';
import type { Evidence } from '../../model/score.ts';
import { type Criteria, criterionNamed } from '../criterion.ts';
import { isUnanswered, lastTry } from '../standing.ts';
import { clausesOf } from '../text/clauses.ts';
import { longestOf, quoteOf } from '../text/evidence.ts';
import { quantitiesOf } from '../text/numbers.ts';
import { parsed } from '../text/remembered.ts';

/** One answer in which a habit could show. */
export interface Look {
  /** What was seen; undefined where the habit did not show. */
  seen: Ground | undefined;
  /** The criterion that looks for it, where there is one. */
  criterion?: Criterion;
  /** What to have an answer ready to. */
  probe?: string;
}

/** Looks at a main question and everything beneath it. */
export type Looking = (main: DebriefQuestion, rubrics: Criteria) => Look[];

/** From this level on nothing is thin. */
const MET = 3;

/** The answer that counts; undefined where nothing was said, for a habit is one of saying. */
function said(question: DebriefQuestion) {
  return isUnanswered(question) ? undefined : lastTry(question);
}

/** The criteria of an answer that look with one of these signals, or have one of these ids, each with its finding. */
function findingsOf(main: DebriefQuestion, rubrics: Criteria, fits: (criterion: Criterion) => boolean) {
  return (said(main)?.result.criteria ?? []).flatMap(finding => {
    const criterion = finding.level === null ? undefined : criterionNamed(main, finding.id, rubrics);
    return criterion && fits(criterion) ? [{ criterion, finding, level: finding.level ?? MET }] : [];
  });
}

const wantsChange = (criterion: Criterion) =>
  criterion.signals.some(it => it.kind === 'quantity' && it.change === true);

const looksWith = (signal: string) => (criterion: Criterion) =>
  criterion.signals.some(it => it.kind === signal);

/** Asked when that signal reads low; else whatever the criterion asks first. */
function probeOf({ probes }: Criterion, signal?: string): { probe?: string } {
  const fitting = probes.find(it => typeof it.when === 'object' && it.when.low === signal);
  const probe = fitting ?? probes.find(it => it.when === undefined || typeof it.when === 'object');
  return probe ? { probe: probe.ask } : {};
}

/** A criterion that wants to hear what changed, and by how much, has no figure to go by. */
export const withoutFigures: Looking = (main, rubrics) =>
  findingsOf(main, rubrics, wantsChange).map(({ criterion, finding }) => {
    const has = finding.evidence.some(it => quantitiesOf(it.quote).length > 0);
    const [found] = finding.evidence;
    const told = found ? 'told without a figure' : 'not told at all';
    const seen = has
      ? undefined
      : { question: main.key, about: criterion.title, told, ...(found && { found }) };
    return { seen, criterion, ...probeOf(criterion, 'quantity') };
  });

/** What the team did stands where the candidate's own part was asked for. */
export const weForI: Looking = (main, rubrics) =>
  findingsOf(main, rubrics, looksWith('ownership')).map(({ criterion }) => {
    const { i, we, first } = actors(said(main)?.answer ?? '');
    const { share } = criterion.signals.find(it => it.kind === 'ownership')!;
    const wanted = typeof share === 'number' ? share : 0.5;
    const hides = we > 0 && i / (i + we) < wanted;
    const told = `“we” ${times(we)}, “I” ${times(i)}`;
    const seen = hides ? { question: main.key, about: criterion.title, told, ...first } : undefined;
    return { seen, criterion, ...probeOf(criterion, 'ownership') };
  });

/** Who acts in a text, and the first sentence in which we do. */
function actors(text: string): { i: number; we: number; first: { found?: Evidence } } {
  const answer = parsed(text);
  const sentences = answer.prose.map(sentence => {
    const acts = clausesOf(text, sentence).flatMap(it => it.acts);
    const by = (who: string) => acts.filter(it => it.who === who).length;
    return { sentence, i: by('i'), we: by('we') };
  });
  const first = sentences.find(it => it.we > 0);
  const sum = (who: 'i' | 'we') => sentences.reduce((total, it) => total + it[who], 0);
  return { i: sum('i'), we: sum('we'), first: first ? { found: quoteOf(answer, first.sentence) } : {} };
}

const times = (count: number) => (count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`);

/** A criterion that looks for choices and their price stays thin. The quote is what was said instead. */
export const withoutAlternatives =
  (ids: readonly string[]): Looking =>
  (main, rubrics) =>
    findingsOf(main, rubrics, it => ids.includes(it.id)).map(({ criterion, finding, level }) => {
      const found = finding.evidence[0] ?? claimOf(main);
      const about = { question: main.key, about: criterion.title, told: finding.reason };
      const seen = level < MET ? { ...about, ...(found && { found }) } : undefined;
      return { seen, criterion, ...probeOf(criterion) };
    });

/** The longest of what was said to a point. */
function claimOf(main: DebriefQuestion): Evidence | undefined {
  const points = said(main)?.result.points ?? [];
  const quotes = points.filter(it => it.status !== 'missing').flatMap(it => it.evidence);
  return longestOf(quotes);
}

/** Answers at this layer or deeper are thin, or were not given; the main answer is the first layer. */
export const thinFrom =
  (layer: number): Looking =>
  main =>
    layersOf(main, 1)
      .filter(it => it.layer >= layer)
      .flatMap(({ question, layer: depth }) => {
        const last = lastTry(question);
        if (!last) return [];
        const none = isUnanswered(question);
        if (!none && last.result.level === null) return [];
        const { key, question: asked } = question;
        const told = none ? `layer ${depth}: not answered` : `layer ${depth}: level ${last.result.level}`;
        const [sentence] = parsed(last.answer).sentences;
        const found = sentence && { found: quoteOf(parsed(last.answer), sentence) };
        const thin = none || last.result.level! < MET;
        return [
          {
            seen: thin ? { question: key, about: asked.prompt, told, ...found } : undefined,
            probe: asked.prompt,
          },
        ];
      });

function layersOf(question: DebriefQuestion, layer: number): { question: DebriefQuestion; layer: number }[] {
  return [{ question, layer }, ...question.followUps.flatMap(it => layersOf(it, layer + 1))];
}
