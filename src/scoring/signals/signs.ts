/**
 * Signs in how a clause is said that speak for one role or another: who acts, in which form, where and when. They are
 * forms of language, not words of a trade, so that stories about anything can be read by them.
 */

/** What each sign means, for those who write rubrics. */
export const SIGNS = {
  'own deed': 'I did something: `I rang her`, `Rang her`',
  'our deed': 'we did something',
  'deed of others': 'somebody or something else did something, or it happened',
  'deed of nobody': 'something was done, nobody says by whom',
  state: 'something was the case, was owned, felt or known, or had happened before',
  wish: 'others wanted or expected something: `she wanted it by June`',
  post: 'what the speaker is: `I was sous chef`, `as senior carer`, `I work for`, `I run the office`',
  keeping: 'what the speaker is in charge of: `I run the office`, `I look after objections`',
  things: 'at least two things or names that are no common words of work',
  place: 'where: `at a furniture store`, `in Leeds`, `our clinic`',
  time: 'when: `last spring`, `in 2022`, `on the Thursday`',
  later: 'time has passed: `by June ...`, `since`, `two weeks later`, `in the end`',
  deadline: 'until when: `by Friday`, `within three months`',
  duty: 'had to, needed to, was to',
  charge: 'others gave it to the speaker: `she asked me to`, `I was assigned`',
  figure: 'a figure, but not how long something lasted',
  change: 'a change with its measure',
  none: 'something bad did not happen, or was not needed any more: `no plates sent back`, `we never had to ask`',
  lasting: 'still so today: present tense with now, still, since, any more',
  habit: 'what the speaker does now: I and a verb in the present, with now, always, no longer',
  hindsight: 'what the speaker should have done: `I should have asked`',
  hypothetical: 'would, could, if',
  praise: 'only that it was good or bad',
  denied: 'what was not done',
} as const satisfies Readonly<Record<string, string>>;

export type Sign = keyof typeof SIGNS;
