/** Few words: a list of single ones, or the question's thrown together, is no answer; a short sentence and a few names are. */
import { describe, expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const asked = {
  prompt: 'How does a circuit breaker protect a caller?',
  answer: [
    'After several failures in a row the breaker opens, so that calls fail at once and no thread waits for a timeout. After a pause a single trial call is let through, and its success closes the breaker again.',
  ],
};

const kinds = (answer: string, how: object = asked) =>
  readSubmission(submission(answer, how)).flags.map(it => it.kind);

describe('no answer are', () => {
  test.each([
    'failures, breaker, opens, timeout',
    'breaker, thread, waits, both, success, closes',
    'trial failures timeout breaker success calls thread',
    'How does a circuit breaker protect a caller? trial failures timeout success',
    'How does a circuit breaker protect a caller? failures, opens, thread, timeout, trial.',
  ])('%s', answer => expect(kinds(answer)).toEqual(['keyword-list']));
});

describe('answers are', () => {
  test.each([
    'It opens after failures, so calls fail at once.',
    'Opens after several failures, closes after a success.',
    'breaker opens, calls fail at once',
    'How does a circuit breaker protect a caller? It opens and fails fast.',
    'Fail fast, then retry.',
    'open, half-open, closed',
  ])('%s', answer => expect(kinds(answer)).not.toContain('keyword-list'));

  test.each([
    'Which states has a breaker?',
    'In what order does a breaker do its work?',
    'What are the states of a breaker?',
    'What would you measure at a breaker?',
  ])('names, where they were asked for: %s', prompt =>
    expect(kinds('failures, timeout, breaker, pause, success', { ...asked, prompt })).not.toContain(
      'keyword-list',
    ),
  );

  test.each([
    'Failures, timeout, pause, trial call and success.',
    'Look at failures, a timeout, a pause, a trial and a success.',
  ])('names, where a model answer is little else: %s', answer =>
    expect(kinds('failures, timeout, pause, success', { ...asked, answer: [answer] })).not.toContain(
      'keyword-list',
    ),
  );

  test.each(['closed passes calls, open fails calls, trial closes'])(
    'notes with a pause every other word: %s',
    answer =>
      expect(
        kinds(answer, { ...asked, answer: [...asked.answer, 'Calls pass when it is closed.'] }),
      ).not.toContain('keyword-list'),
  );
});
