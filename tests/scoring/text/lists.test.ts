import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { partsOf } from '../../../src/scoring/text/lists.ts';

const sizes = (text: string) => partsOf(parse(text)).map(it => it.sentences.length);

test('items are parts, with the sentences that follow in them', () =>
  expect(sizes('Three:\n- cost. It is high.\n- time\n- risk')).toEqual([2, 1, 1]));

test('nested items belong to the outer one', () =>
  expect(sizes('- cost\n  - money\n  - people\n- time')).toEqual([3, 1]));

test.each([
  'Why?\n├─ demand\n│  ├─ visitors\n│  └─ basket\n├─ supply\n└─ season',
  'Why?\n|-- demand\n|   |-- visitors\n|   `-- basket\n|-- supply\n`-- season',
  '```\nWhy?\n├── demand\n│   ├── visitors\n│   └── basket\n├── supply\n└── season\n```',
  '- Why?\n  - demand\n    - visitors\n    - basket\n  - supply\n  - season',
  '| part | how much |  why |\n|---|---|---|\n| demand | half | ads |\n| supply | a third | vans |\n| season | rest | May |',
])('branches of a tree, items below one root and rows of a table are parts: %j', text =>
  expect(sizes(text)).toHaveLength(3),
);

test('what stands behind a list is no part of its last item, unless items have paragraphs', () => {
  expect(sizes('- cost\n- time\n\nI begin with cost. It is high.')).toEqual([1, 1]);
  expect(sizes('- cost\n\nHigh.\n\n- time\n\nLong.')).toEqual([2, 2]);
});

test('so do headings', () => expect(sizes('# Cost\nHigh.\n# Time\nLong. Too long.')).toEqual([2, 3]));

test('so does counting off', () =>
  expect(sizes('First, cost matters. It is high. Second, time. Finally, risk.')).toEqual([2, 1, 1]));

test('so do labels', () => expect(sizes('Cost: it is high. Time: it is long.')).toEqual([1, 1]));

test('prose has no parts', () => expect(sizes('It costs much. It takes long.')).toEqual([]));

test.each([
  'We keep a list of what each corner of the code costs us in a month. Then I cut small repairs into features. After that comes a share.',
  'Small stuff is cleaned up along with the feature that is in that corner anyway. For the larger ones there is a share. Prevention: review.',
  'Fewer people may want to rent a bike since the winter began in this city. On the supply side bikes may be broken. Besides, we may count wrongly.',
])('so do sentences that turn to something else, beside what they turn from: %s', text =>
  expect(sizes(text)).toEqual([1, 1, 1]),
);

test('numbers, labels and turns count together where no kind makes three parts', () =>
  expect(
    sizes('First I ask who is hit. It is soon told. Then I look at traces. Hypotheses: one check each.'),
  ).toEqual([2, 1, 1]));

test('a mere announcement before a turn is no part', () =>
  expect(sizes('It depends. For the small ones I wait. For the large ones I plan.')).toEqual([1, 1]));

test('a time is no turn', () =>
  expect(
    sizes('For the first month it rose. For the last two weeks it fell. For the time being it stands.'),
  ).toEqual([]));
