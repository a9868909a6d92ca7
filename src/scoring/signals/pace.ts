import { ramp } from '../ramp.ts';
import { signal } from './shape.ts';

export const pace = signal({
  kind: 'pace',
  about: 'Time used against time allowed: ended far too early with little said, or over time.',
  absence: true,
  timed: true,
  params: {
    early: {
      type: 'number',
      min: 0,
      max: 1,
      default: 0.1,
      about: 'Share of the time before which a short answer is hasty.',
    },
    words: {
      type: 'number',
      min: 0,
      max: 500,
      default: 60,
      about: 'Words from which on an answer is never hasty.',
    },
    over: {
      type: 'number',
      min: 1.01,
      max: 5,
      default: 1.3,
      about: 'Share of the time at which nothing is left.',
    },
  },
  measure({ submission: { seconds, budget }, answer }, { early, words, over }) {
    if (!seconds || !budget)
      return { value: null, evidence: [], missing: [], reason: 'The time is not known.' };
    const used = seconds / budget;
    const percent = Math.round(100 * used);
    if (used > 1)
      return {
        value: 1 - ramp(used, 1, over),
        evidence: [],
        missing: ['an end within the time'],
        reason: `It took ${percent} % of the time allowed.`,
      };
    const hasty = answer.wordCount < words && used < early;
    return {
      value: hasty ? used / early : 1,
      evidence: [],
      missing: hasty ? ['more, since there was time'] : [],
      reason: hasty
        ? `Ended with ${answer.wordCount} words after ${percent} % of the time.`
        : `Within the time: ${percent} % of it.`,
    };
  },
});
