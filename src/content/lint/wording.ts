/** Words that steer an answer, or that leave somebody out. */
import type { Bank, Loop, Rubric } from '../../model/content.ts';
import { quoted } from '../showing.ts';
import { askedIn, type Finding, type Lint } from './finding.ts';

interface Wording {
  pattern: RegExp;
  why: string;
  instead: string;
}

const wording = (words: string, why: string, instead: string): Wording => ({
  pattern: new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, 'i'),
  why,
  instead,
});

/** Questions that hold their answer, or that only one answer is safe to. */
const LOADED: readonly Wording[] = [
  wording(
    "don't you (?:think|agree)|wouldn't you (?:say|agree)|isn't it|surely (?:you|this|that|it|there|they)|obviously|of course|as everybody knows|as everyone knows|needless to say|you must admit|would you agree",
    'it tells which answer is wanted',
    'Ask openly: what, how, why.',
  ),
  wording(
    'easy question|trick question|stupid|dumb|even a beginner|any decent|real engineers?',
    'it judges before anything is said',
    'Ask for the thing itself.',
  ),
];

/** What has nothing to do with the work, or shuts somebody out. Most are also unlawful to ask in many countries. */
const PRIVATE: readonly Wording[] = [
  wording(
    'how old|your age|your (?:husband|wife|spouse|partner|children|family|religion|faith|nationality|origin)|(?:are you|being) (?:married|pregnant|religious|single)|planning (?:a family|children)|have (?:any )?(?:kids|children)|where are you (?:really )?from|mother tongue|native (?:speaker|english)|maiden name|military service',
    'it asks for what is private',
    'Ask what the work needs, such as being on call.',
  ),
  wording(
    'young (?:team|people|engineers?|developers?|man|men|woman|women|blood)|youthful|digital natives?|recent graduates?|(?:too )?old (?:for|to)',
    'it speaks of age',
    'Say what the person can do.',
  ),
  wording(
    'guys|chairman|manpower|man-?hours?|man-?months?|man-?days?|salesm[ae]n|middlem[ae]n|mankind|he or she|his or her|him or her|s/he|housewi(?:fe|ves)|ladies',
    'it speaks of one sex, or of two',
    'Use people, person-hours, they.',
  ),
  wording(
    'crazy|insane|lame|spaz|retarded|psycho|tone-?deaf|blind spots?|sanity checks?|cripples?|crippled',
    'it makes an image of an illness or a disability',
    'Say what is meant: wrong, surprising, a quick check.',
  ),
  wording(
    'blacklists?|whitelists?|blacklisted|whitelisted|master[ /-]slaves?|slaves?|grandfathered|tribe|ninjas?|rock ?stars?|gurus?|gypp?ed|culture fit',
    'some read it as being about people',
    'Use deny list, allow list, primary, replica, expert, how we work.',
  ),
];

/** Prompts, points and all else that is read by a candidate or an interviewer; wrong claims are as people make them. */
export const loadedWording: Lint<'bank'> = bank =>
  bankTexts(bank).flatMap(({ path, text, asks }) => told(text, path, asks));

export const loadedLoops: Lint<'loop'> = loop =>
  loopTexts(loop).flatMap(({ path, text }) => told(text, path, true));

export const loadedRubrics: Lint<'rubric'> = rubric =>
  rubricTexts(rubric).flatMap(({ path, text, asks }) => told(text, path, asks));

interface Told {
  path: readonly PropertyKey[];
  text: string;
  /** Said to the candidate: it may steer them. */
  asks: boolean;
}

function bankTexts(bank: Bank): Told[] {
  const { questions } = bank;
  const asked = askedIn(bank).flatMap(({ asked: { prompt, hints }, path }): Told[] => [
    { path: [...path, 'prompt'], text: prompt, asks: true },
    ...hints.map((text, at) => ({ path: [...path, 'hints', at], text, asks: true })),
  ]);
  const kit = questions.flatMap(({ lookFor, outline }, at): Told[] => [
    ...lookFor.map((text, which) => ({ path: ['questions', at, 'lookFor', which], text, asks: false })),
    ...outline.map((text, which) => ({ path: ['questions', at, 'outline', which], text, asks: false })),
  ]);
  return [...asked, ...kit];
}

const loopTexts = ({ rounds }: Loop): Omit<Told, 'asks'>[] =>
  rounds.flatMap(({ brief = '', interviewer }, at) => [
    { path: ['rounds', at, 'brief'], text: brief },
    { path: ['rounds', at, 'interviewer'], text: interviewer },
  ]);

const rubricTexts = ({ criteria }: Rubric): Told[] =>
  criteria.flatMap(({ anchors, probes, advice }, at): Told[] => [
    ...Object.entries(anchors).map(([level, text]) => ({
      path: ['criteria', at, 'anchors', level],
      text,
      asks: false,
    })),
    ...probes.map((it, which) => ({
      path: ['criteria', at, 'probes', which, 'ask'],
      text: it.ask,
      asks: true,
    })),
    { path: ['criteria', at, 'advice'], text: advice, asks: false },
  ]);

function told(text: string, path: readonly PropertyKey[], asks: boolean): Finding[] {
  return [...PRIVATE, ...(asks ? LOADED : [])].flatMap(({ pattern, why, instead }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined
      ? []
      : { path, message: `${quoted(found)} is better not said: ${why}.`, hint: instead };
  });
}
