// Banks of made-up questions as YAML, written as people write it.

import { makeQuestion, seeded } from './texts.mjs';

const COMPETENCIES = ['concurrency', 'reliability', 'storage', 'operations', 'testing'];
const LEVELS = ['[L4]', '[L4, L5]', '[L5, L6]'];

/** A bank of so many questions with three points, a pitfall, a hint, a follow-up and a model answer each: 2 KB a question. @param {string} id @param {number} count */
export const fullBank = (id, count) => bankOf(id, count, fullQuestion);

/** A bank of so many questions with prompt and answer. @param {string} id @param {number} count */
export const shortBank = (id, count) => bankOf(id, count, shortQuestion);

/** @param {string} id @param {number} count @param {(at: number, random: () => number) => string} questionOf */
function bankOf(id, count, questionOf) {
  const random = seeded(1);
  const questions = Array.from({ length: count }, (_, at) => questionOf(at, random));
  return `kind: bank\nid: ${id}\nquestions:\n${questions.join('')}`;
}

/** @param {number} at @param {() => number} random */
function fullQuestion(at, random) {
  const { facts, reference } = makeQuestion(random);
  const { asked } = makeQuestion(random);
  const [first, second, third] = asked.points.map(it => it.text);
  const [below, above] = facts.map(it => it.part);
  return `  - id: q-${at}
    prompt: ${asked.prompt}
    type: technical
    minutes: ${5 + (at % 11)}
    difficulty: ${1 + (at % 5)}
    levels: ${LEVELS[at % LEVELS.length]}
    competencies: [${COMPETENCIES[at % COMPETENCIES.length]}]
    points:
      - id: first
        weight: 3
        text:
          - ${first?.join('\n          - ')}
      - { id: second, text: "${second?.[0]}", cues: [${below}, ${above}] }
      - id: third
        text: >-
          ${third?.[0]}
    pitfalls:
      - { id: none, text: "Nothing of the ${below} needs the ${above}" }
    hints:
      - What does the ${below} wait for?
    answer: |
      ${reference.replaceAll('. ', '.\n      ')}
    followUps:
      - id: more
        prompt: What if the ${above} is slow?
        when: { missing: [first] }
        points:
          - { id: more, text: "The ${above} is asked again" }
`;
}

/** @param {number} at @param {() => number} random */
function shortQuestion(at, random) {
  const { asked, facts } = makeQuestion(random);
  return `  - id: q-${at}\n    prompt: ${asked.prompt}\n    answer: It waits for the ${facts[0]?.part} and then asks again.\n`;
}
