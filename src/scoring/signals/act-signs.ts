/** Signs in what is done in a clause, by whom, and in which form. */
import { type Act, isDeed, isOwnDeed } from '../text/acts.ts';
import { listed } from '../text/listed.ts';
import { stem } from '../text/stem.ts';
import type { Word } from '../text/tokens.ts';
import { isParticiple } from '../text/verbs.ts';
import { FUNCTION_WORDS } from '../text/words.ts';
import type { Sign } from './signs.ts';

const stems = (words: string): ReadonlySet<string> => new Set([...listed(words)].map(stem));

/** Adds the signs of one act; `words` are those of its sentence. */
export function addSignsOfAct(signs: Set<Sign>, act: Act, words: readonly Word[]): void {
  const sign = signOf(act, words);
  if (sign) signs.add(sign);
  if (act.who !== 'other') addSignsOfSpeaker(signs, act, words[act.at + 1]?.text ?? '');
  else if (act.form !== 'passive' && isCharging(act, words)) signs.add('charge');
  else if (WISHING.has(stem(act.verb))) signs.add('wish');
}

function signOf(act: Act, words: readonly Word[]): Sign | undefined {
  const { who, form, denied } = act;
  if (form === 'would') return isHindsight(act, words) ? 'hindsight' : 'hypothetical';
  if (form === 'must') return isDuty(act, words) ? 'duty' : denied ? 'none' : undefined;
  if (isToDo(act, words)) return 'duty';
  if (denied && (form === 'past' || form === 'was')) return who === 'other' ? 'none' : 'denied';
  if (isOwnDeed(act)) return who === 'i' ? 'own deed' : 'our deed';
  if (isDeed(act)) return 'deed of others';
  if (form === 'passive' && who === 'other') return 'deed of nobody';
  return form === 'present' || form === 'perfect' || form === 'is' ? undefined : 'state';
}

/** `I should have asked`; what others should have done is blame. */
const isHindsight = ({ who, verb, at }: Act, words: readonly Word[]) =>
  who !== 'other' &&
  (/'ve$/.test(words[at - 1]?.text ?? '') ||
    (verb === 'have' && words.slice(at + 1, at + 3).some(it => isParticiple(it.text))));

/** What is not to be done is a duty too (`must not`), what need not is none; what he or she must, or who has to, is theirs. */
function isDuty({ at, denied }: Act, words: readonly Word[]): boolean {
  const before = words.slice(Math.max(0, at - 3), at);
  if (before.some(it => THEY.has(it.text)) || /^(?:has|needs)$/.test(before.at(-1)?.text ?? '')) return false;
  return !denied || before.some(it => it.text === 'must');
}

const THEY = listed('he she they you');

/** `I had the programme to deliver`. */
function isToDo({ who, form, verb, at }: Act, words: readonly Word[]): boolean {
  if (who === 'other' || form !== 'was' || verb !== 'had') return false;
  return words.slice(at + 2, at + 8).some(it => it.text === 'to');
}

/** Verbs by which a task is given. */
const CHARGING = stems(`
  ask asked tell told want wanted give gave given put name named make made assign assigned expect expected choose chose
  chosen pick picked send sent appoint appointed charge charged task tasked hand handed instruct instructed hire hired
  entrust entrusted order ordered need needed brought meant supposed request requested commissioned promoted transferred
  nominated selected elected
`);

/** What others want, though it is not said of whom. */
const WISHING = stems('want wanted expect expected demand demanded insist insisted order ordered');

const SAYING = listed('say says said tell tells told');

/** Words between the verb and `me`, and between `me` and `to`, at most. */
const NEAR = 6;

/** `asked me to`, `gave me a lease to read`, `told me get him ready`, `wanted it from me`. */
function isCharging({ verb, at }: Act, words: readonly Word[]): boolean {
  const saying = SAYING.has(verb);
  if (!saying && !CHARGING.has(stem(verb))) return false;
  const me = words.findIndex((it, index) => index > at && index < at + NEAR && ME.has(it.text));
  if (me < 0) return false;
  if (WISHING.has(stem(verb))) return true;
  const after = words.slice(me + 1, me + 2 + NEAR).map(it => it.text);
  return after.includes('to') || (saying && after[0] !== undefined && isOrder(after[0]));
}

const ME = listed('me us');

/** What follows may be a bare verb: `told me sort it out`. */
const isOrder = (word: string) => !FUNCTION_WORDS.has(word) || /^(?:get|go|make|do)$/.test(word);

/** What somebody does for a living. */
const OCCUPIED = listed('work worked working do teach taught program');

/** What puts somebody in charge of a thing. */
const HOLDING = listed(`
  run ran running own owned lead led leading manage managed managing head headed handle handled maintain maintained
  maintaining coordinate coordinated supervise supervised oversee oversaw
`);

function addSignsOfSpeaker(signs: Set<Sign>, { who, form, verb, denied }: Act, next: string): void {
  if (form === 'passive' && CHARGING.has(stem(verb))) signs.add('charge');
  if (denied) return;
  if (who === 'i' && (verb === 'was' || verb === 'am') && isCalling(next)) signs.add('post');
  if (form !== 'present' && form !== 'past' && form !== 'progressive') return;
  const holds = HOLDING.has(verb) || (next === 'after' && /^look(?:ed|ing)?$/.test(verb));
  if (holds || OCCUPIED.has(verb)) signs.add('post');
  if (holds) signs.add('keeping');
}

/** What somebody is for a while rather than by trade. */
const MOODS = listed(`
  sorry sure happy afraid glad tired right wrong alone late early new young old able ready aware angry sad upset nervous
  busy worried surprised wary sceptical skeptical proud lucky ill sick certain convinced furious curious responsible big
  very
`);

/** `a nurse`, `the only developer`, `sous chef`, `in field sales`. */
const isCalling = (next: string) =>
  /^(?:an?|the|in)$/.test(next) || (next !== '' && !FUNCTION_WORDS.has(next) && !MOODS.has(next));
