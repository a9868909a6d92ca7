/**
 * Rounds that begin with the candidate's own work, as interviewers do who have read the papers. The plan keeps what is
 * asked, and nothing else of the profile.
 */
import type { Question, QuestionType } from '../model/content.ts';
import type { Profile, Project } from '../model/profile.ts';
import type { PlannedQuestion, PlannedRound } from '../model/session.ts';
import { shuffled } from './random.ts';
import { listed } from './remarks.ts';

export interface Opening {
  profile: Profile;
  /** Whether anybody will answer it, by its name (`round/opening`); default: yes. */
  isAnswered?(ref: string): boolean;
}

/** A few sentences are enough; seconds at scale 1, and of a short round no more than this share. */
const MOST_TIME = 180;
const SHARE = 0.1;

/** What is asked of a project, by the type of question that the round goes on with. Rounds of other types have no opening. */
const USUAL: Readonly<Partial<Record<QuestionType, readonly string[]>>> = {
  technical: [
    'What was hard about it, and how did you find a way that worked?',
    'Which part of it would you show a new colleague first, and why that one?',
    'What was the first thing in it that broke, and what did you change then?',
  ],
  design: [
    'Which decision in it would you take differently today, and why?',
    'What are its main parts, and which of them gives way first under ten times the load?',
    'What did you leave out of it on purpose, and what did that cost?',
  ],
};

const BRIEFLY = 'A few sentences are enough; then I come to my questions.';

/** Something of the candidate's to begin with. */
interface Topic {
  lead: string;
  asked(usual: readonly string[]): readonly string[];
  terms: readonly string[];
}

/**
 * The rounds, with an opening where one fits. Each in turn takes the project that has most to do with it, of those that
 * are left; who names none is asked once about their work as a whole.
 */
export function withOpenings(
  rounds: readonly PlannedRound[],
  { profile, isAnswered = () => true }: Opening,
  { scale, random }: { scale: number; random: () => number },
): PlannedRound[] {
  const left = shuffled(topicsIn(profile), random);
  return rounds.map(round => {
    const first = round.questions[0]?.question.type;
    const usual = first && USUAL[first];
    const ref = `${round.id}/opening`;
    if (!usual || left.length === 0 || !isAnswered(ref)) return round;
    const topic = nearest(left, round);
    left.splice(left.indexOf(topic), 1);
    const asked = topic.asked(usual);
    const prompt = `${topic.lead} ${asked[Math.floor(random() * asked.length)]!} ${BRIEFLY}`;
    const budget = Math.min(MOST_TIME * scale, SHARE * round.budget);
    return { ...round, opening: planned(ref, { prompt, type: first, minutes: budget / scale / 60 }, budget) };
  });
}

function topicsIn(profile: Profile): Topic[] {
  return profile.projects.length > 0 ? profile.projects.map(ofProject) : ofCareer(profile);
}

function ofProject({ title, what, role, numbers, terms }: Project): Topic {
  const part = role === undefined ? '' : ` Of your own part you say: ${quoted(role)}.`;
  const measured = numbers.map(
    it => `You give a figure: ${quoted(it)}. How was it measured, and against what?`,
  );
  return {
    lead: `You wrote that you worked on ${quoted(title)}: ${quoted(what)}.${part}`,
    asked: usual => [...usual, ...measured],
    terms,
  };
}

/** Nothing where the profile says too little. */
function ofCareer({ role, years, stack }: Profile): Topic[] {
  const parts = [
    ...(years === undefined ? [] : [`for ${years === 1 ? 'one year' : `${years} years`}`]),
    ...(role === undefined ? [] : [`as ${quoted(role)}`]),
    ...(stack.length > 0 ? [`with ${listed(stack.map(oneLine))}`] : []),
  ];
  if (parts.length === 0) return [];
  const question = 'Which piece of that work shows best what you can do, and what was your own part in it?';
  return [{ lead: `You wrote that you have worked ${parts.join(' ')}.`, asked: () => [question], terms: [] }];
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');
const quoted = (text: string): string => `“${oneLine(text).replace(/\.$/, '')}”`;

/** The topic whose terms occur most in what the round asks; the first of equals. */
function nearest(topics: readonly Topic[], { questions }: PlannedRound): Topic {
  const about = words(
    questions.flatMap(({ question: it }) => [
      it.prompt,
      ...it.competencies,
      ...it.keywords.map(key => key.term),
    ]),
  );
  const shared = ({ terms }: Topic) => terms.filter(it => about.includes(words([it]))).length;
  return topics.reduce((best, it) => (shared(it) > shared(best) ? it : best));
}

/** In small letters and between blanks, so that a term is found as a whole only: `go` is not in `good`. */
const words = (texts: readonly string[]): string =>
  ` ${texts
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean)
    .join(' ')} `;

/** A question that has nothing to be measured by. */
function planned(
  ref: string,
  asked: Pick<Question, 'prompt' | 'type' | 'minutes'>,
  budget: number,
): PlannedQuestion {
  const question: Question = {
    id: 'opening',
    ...asked,
    difficulty: 1,
    levels: [],
    competencies: [],
    principles: [],
    rubric: [],
    points: [],
    pitfalls: [],
    keywords: [],
    outline: [],
    lookFor: [],
    reading: [],
    related: [],
    answer: [],
    hints: [],
    followUps: [],
  };
  return { ref, question, budget, aliases: {}, rubrics: [] };
}
