/** Packs made from content that nobody ships, small enough to be read. */
import { SHIPPED_CONTENT } from '../../src/content/shipped.ts';
import type { Library, Question, Round } from '../../src/model/content.ts';
import { shelved } from '../../src/model/library.ts';
import type { Kit } from '../../src/packs/kit.ts';
import { question, rubric } from '../reports/building.ts';
import { bank } from './banks.ts';

const ROUND: Omit<Round, 'questions'> = {
  id: 'interview',
  title: 'Interview',
  minutes: 30,
  interviewer: 'engineer',
  principles: [],
  closing: { minutes: 5, question: 'closing/your-questions' },
  barRaiser: false,
};

const RUBRIC = {
  ...rubric('technical', [
    ['accuracy', 'Accuracy', 2, 'Say it exactly.'],
    ['depth', 'Depth', 1, 'Go one layer down.'],
  ]),
  for: ['technical' as const],
};

export function libraryWith(questions: Question[]): Library {
  const closing = question('your-questions', {
    type: 'closing',
    prompt: 'What would you like to ask me?',
    rubric: ['technical'],
    points: [],
  });
  const banks = [bank('go', questions), bank('closing', [closing])];
  return {
    banks: new Map(banks.map(it => [it.id, it])),
    loops: new Map(),
    rubrics: new Map([['technical', RUBRIC]]),
  };
}

/** A pack that asks these questions. */
export function kitWith(questions: Question[], rest: Partial<Kit> = {}): Kit {
  const library = libraryWith(questions);
  return {
    id: 'sample',
    title: 'Sample interview',
    level: 'L5',
    breakMinutes: 0,
    facts: [],
    rounds: [{ round: ROUND, questions: shelved(library.banks.get('go')) }],
    topics: [{ kind: 'competency', id: 'runtime' }],
    missing: [],
    form: 1,
    forms: 1,
    seed: 1,
    version: '0.0.0',
    library,
    ...rest,
  };
}

export const QUESTIONS: Question[] = [
  question('map', {
    prompt: 'How does a map grow?\n\nShow it with a small one:\n\n    m := map[string]int{}',
    difficulty: 2,
    minutes: 10,
    competencies: ['runtime'],
    points: [
      { id: 'buckets', text: ['It moves its buckets a few at a time.'], weight: 3, cues: [] },
      { id: 'load', text: ['It grows when too many keys fall into one bucket.'], weight: 1, cues: [] },
    ],
    pitfalls: [{ id: 'at-once', text: 'All keys are copied at once.' }],
    hints: ['What happens to a reader meanwhile?'],
    lookFor: ['Speaks of what a single write costs.'],
    answer: ['A map doubles its buckets and moves the old ones bit by bit with every write.'],
    followUps: [
      {
        id: 'iterate',
        prompt: 'What does an iteration see while it grows?',
        when: { missing: ['buckets'] },
        points: [{ id: 'both', text: ['It looks into the old and the new buckets.'], weight: 1, cues: [] }],
        pitfalls: [{ id: 'frozen', text: 'An iteration works on a copy.' }],
        answer: [],
        hints: [],
        followUps: [],
      },
    ],
  }),
  question('gc', {
    prompt: 'When does the garbage collector run?',
    difficulty: 4,
    minutes: 15,
    competencies: ['memory'],
    principles: ['dive-deep'],
    points: [{ id: 'pace', text: ['When the heap has doubled since the last run.'], weight: 2, cues: [] }],
  }),
];

/** All that is shipped, read from its YAML: no build is needed. */
export async function shippedLibrary(): Promise<Library> {
  const { buildLibrary } = await import('../../src/content/library.ts');
  const { filesIn } = await import('../../src/content/files.ts');
  return buildLibrary([SHIPPED_CONTENT.flatMap(filesIn)]).library;
}
