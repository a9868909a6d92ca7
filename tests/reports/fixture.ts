/** A small interview with everything a report must tell: tries, nesting, skips, failures, hostile text. */
import type { Debrief } from '../../src/model/debrief.ts';
import type { AnswerScore } from '../../src/model/score.ts';
import type { Session } from '../../src/model/session.ts';
import {
  answered,
  ask,
  criterion,
  debriefWith,
  evidence,
  followUp,
  type Held,
  planned,
  plannedRound,
  point,
  pointScore,
  question,
  rubric,
  SKIPPED,
  scored,
  sessionOf,
} from './building.ts';

/** What a grader, a page or a terminal might fall for. */
export const HOSTILE = [
  '# I am a heading',
  '',
  '<script>alert(1)</script> <img src=x onerror=alert(2)> </details></blockquote>',
  '| a | table |',
  '|---|---|',
  '[a link](javascript:alert(3)) ![an image](https://evil.example/x.png) www.evil.example me@evil.example',
  'now ``` a fence ``````',
  '> a quote',
  '- a list',
  '1. a number',
  '*stars* _underscores_ ~~struck~~ &lt;entity&gt; `code` \\',
  '===',
  'Turned \u202eround\u202c, rung \u0007, escaped \u001b[31m, a separator \u2028 and a tag \u{e0041}.',
].join('\n');

const HOSTILE_PROMPT =
  'Tell me of a <b>conflict</b> | with a `peer`,\n# and [how it ended](https://evil.example).';

const FIRST = 'Goroutines are threads, roughly.';
const SECOND =
  'A G is one goroutine, an M one thread, a P permits it to run Go code. Each P has its own run queue.\n' +
  'An idle P steals half of the queue of another. There is the netpoller too.';
const CODE = 'func main() {\n\tgo work() // `detached`\n}';
const STORY = 'We had three weeks for the migration. I cut the scope to the two tables that paid for it';

const RUBRICS = [
  rubric('technical', [
    ['coverage', 'Coverage', 3, 'Name the parts first, then how they meet.'],
    ['depth', 'Depth', 2, 'Say why it is so, and what it costs.'],
  ]),
  rubric('star', [
    ['action', 'Action', 3, 'Say what you did, step by step, as I and not as we.'],
    ['result', 'Result', 3, 'End with a figure, its base and its period.'],
  ]),
  rubric('communication', [['clarity', 'Clarity', 1, 'One thought a sentence.']]),
];

const SCHEDULER = question('scheduler', {
  prompt: 'How does the Go scheduler run goroutines on OS threads?',
  competencies: ['concurrency'],
  principles: ['dive-deep'],
  reading: ['The runtime package: proc.go'],
  keywords: [{ term: 'netpoller', aliases: [] }],
  points: [
    point('roles', 'G is a goroutine, M an OS thread, P the right to run Go code.', 3),
    point('stealing', 'An idle P steals half of the work of another P.'),
    point('handoff', 'P is handed to another M when M blocks in a system call.', 3),
  ],
  pitfalls: [
    { id: 'one-to-one', text: 'Every goroutine has its own OS thread.' },
    { id: 'no-price', text: 'Names no price.', absent: ['price', 'cost'] },
  ],
  outline: ['Name G, M and P', 'Say who owns which queue', 'Say what happens when one blocks'],
  answer: [
    'The runtime multiplexes goroutines (G) onto threads (M).\n\nA P holds a run queue; an idle P steals.',
  ],
  followUps: [
    followUp('syscall', {
      prompt: 'What happens to P while G is blocked in a system call?',
      points: [point('retake', 'The monitor thread takes P back and gives it to another M.', 3)],
      answer: ['sysmon retakes it:\n\n    handoffp(pp)\n'],
      followUps: [
        followUp('netpoll', {
          prompt: 'And why not in a network read?',
          points: [point('park', 'The netpoller parks G without blocking M.', 3)],
        }),
      ],
    }),
  ],
});

const ROUND_1: Held = {
  planned: plannedRound('go', {
    title: 'Go in depth',
    interviewer: 'backend engineer',
    questions: [
      planned('go/scheduler', SCHEDULER),
      planned('go/race', question('race', { competencies: ['concurrency', 'testing'] })),
      planned('go/escape', question('escape', { competencies: ['memory'] })),
    ],
    closing: planned(
      'go/closing',
      question('closing', { type: 'closing', prompt: 'What would you like to ask me?' }),
      [],
    ),
  }),
  asks: [
    {
      ...ask('go', 'go/scheduler', [
        { ...answered(FIRST, 30), selfLevel: 3 },
        { ...answered(SECOND, 200), selfLevel: 3 },
      ]),
      hints: ['Think of three letters.'],
    },
    ask('go', 'go/scheduler/syscall', [{ ...answered(CODE, 640), selfLevel: 2 }], {
      why: 'missing: handoff',
    }),
    ask('go', 'go/scheduler/netpoll', [SKIPPED], { depth: 2 }),
    ask('go', 'go/scheduler/?depth.example', [answered('A file read.', 20)], { why: 'Depth was thin' }),
    ask('go', 'go/race', [{ ...answered('Ein Wettlauf um denselben Speicher.', 100), selfLevel: 4 }]),
    ask('go', 'go/closing', [answered('How do you share on-call?', 45)], { budget: 300 }),
  ],
  notAsked: [{ refs: ['go/escape'], why: "the round's time was up" }],
};

const CONFLICT = question('conflict', {
  type: 'behavioral',
  prompt: HOSTILE_PROMPT,
  principles: ['earn-trust'],
  points: [point('listen', '<i>Listened</i> first | and *then* spoke', 3)],
  answer: ['</details><script>alert(4)</script>\n```\nnot a fence'],
  followUps: [followUp('after', { prompt: 'What did they say afterwards?' })],
});

const ROUND_2: Held = {
  planned: plannedRound('people', {
    title: 'People | <u>principles</u>',
    interviewer: 'hiring manager',
    principles: ['ownership'],
    questions: [
      planned('people/deadline', question('deadline', { type: 'behavioral' }), ['star', 'communication']),
      planned('people/conflict', CONFLICT, ['star']),
    ],
  }),
  asks: [
    ask('people', 'people/deadline', [{ answer: STORY, seconds: 600, outcome: 'time-up' }]),
    ask('people', 'people/conflict', [{ ...answered(HOSTILE, 90), selfLevel: 4 }]),
    ask('people', 'people/conflict/after', [answered('They thanked me.', 15)]),
  ],
};

const ROUND_3: Held = { planned: plannedRound('design', { title: 'System design' }), asks: [] };

export const SAMPLE_SESSION: Session = { ...sessionOf([ROUND_1, ROUND_2, ROUND_3], RUBRICS), closed: false };

const SCORES: Record<string, AnswerScore[]> = {
  'go/scheduler': [
    scored(12, {
      criteria: [criterion('coverage', 10, 1, 'None of three points.'), criterion('depth', 15, 1, 'No why.')],
      points: SCHEDULER.points.map(it => pointScore(it.id, 'missing')),
      pitfalls: [
        {
          id: 'one-to-one',
          evidence: [evidence(FIRST, 'Goroutines are threads')],
          reason: 'says the same in other words',
        },
        { id: 'no-price', evidence: [], reason: 'Names no price.', inferred: true },
      ],
    }),
    scored(71.4, {
      criteria: [
        criterion('coverage', 66, 3, 'One of three points, one in part.'),
        criterion('depth', 50, 2, 'One why.'),
      ],
      points: [
        pointScore('roles', 'covered', [evidence(SECOND, 'A G is one goroutine, an M one thread')]),
        pointScore('stealing', 'partial', [evidence(SECOND, 'An idle P steals half')]),
        pointScore('handoff', 'missing'),
      ],
      keywords: [{ term: 'netpoller', use: 'dropped' }],
    }),
  ],
  'go/scheduler/syscall': [scored(40, { points: [pointScore('retake', 'missing')] })],
  'go/scheduler/netpoll': [scored(null, { cause: 'The answer is empty.' })],
  'go/scheduler/?depth.example': [scored(90, { criteria: [criterion('depth', 90, 4, 'An example.')] })],
  'go/race': [scored(null, { cause: 'The answer is not in English.' })],
  'go/closing': [scored(60)],
  'people/deadline': [
    scored(55, {
      criteria: [
        criterion('star/action', 80, 4, 'Three actions in the first person.'),
        criterion('star/result', 0, 1, 'No figure, no outcome.'),
        {
          ...criterion('communication/clarity', 0, 1),
          status: 'cannot-assess',
          score: null,
          level: null,
          reason: 'Too short.',
        },
      ],
    }),
  ],
  'people/conflict': [
    scored(20, {
      points: [
        pointScore('listen', 'partial', [
          evidence(HOSTILE, '<script>alert(1)</script>'),
          evidence(HOSTILE, '| a | table |\n|---|---|'),
        ]),
      ],
      flags: [{ kind: 'gibberish', reason: 'Few | of the <b>words</b> are words.' }],
      keywords: [{ term: '<s>|`x`', use: 'dropped' }],
    }),
  ],
  'people/conflict/after': [
    scored(null, { status: 'error', cause: 'the server said <h1>503</h1> | try again' }),
  ],
};

/** The debrief of the sample session. */
export const SAMPLE: Debrief = debriefWith(SAMPLE_SESSION, SCORES);

/** The same interview when it is over, with its debrief. */
export const FINISHED: Debrief = debriefWith({ ...SAMPLE_SESSION, closed: true }, SCORES);

/** And with two interviews before it, one of them by a rubric that has changed since. */
export const COMING_BACK: Debrief = {
  ...FINISHED,
  earlier: [
    {
      session: '2026-01-10-0900-sample',
      startedAt: '2026-01-10T09:00:00.000Z',
      loop: { id: 'sample', title: 'Sample loop' },
      score: 30,
      reworded: ['technical'],
    },
    {
      session: '2026-02-01-0900-sample',
      startedAt: '2026-02-01T09:00:00.000Z',
      loop: { id: 'sample', title: 'Sample loop' },
      score: 41,
      reworded: [],
    },
  ],
};
