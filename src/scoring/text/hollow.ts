/** Words with which one can talk about anything and say nothing about it. */
import { stem } from './stem.ts';
import type { Word } from './tokens.ts';
import { trait } from './traits.ts';

const split = (text: string): string[] => text.trim().split(/\s+/);
const stems = (text: string): ReadonlySet<string> => new Set(split(text).map(stem));

/** Praise, and one's own acquaintance with a thing: no fact about the thing follows from them. Our own list. */
const PRAISE = stems(`
  absolute amazing appreciate appropriate attention aware awesome beneficial best better big central concept confident
  core cool critical crucial decisive deep deeply easily effective efficient enjoy enthusiastic essential excellent
  exceptional exciting experience experienced expert expertise extensive extreme extremely fairly familiar famous
  fantastic fascinating favourite favorite fine forget fully fundamental general generally good gracefully great greatly
  handy happy hard heart heavy helpful highly ideal important importance importantly impressive incredible incredibly
  indispensable indeed integral interest interested interesting invaluable key know knowledge learn learned like love
  main major massive matter mention mind mindset modern must naturally necessary nice notable obviously opinion
  outstanding paramount particularly passion passionate perfect perfectly play positive powerful practice principle
  professional proper properly proud pleased quality really regard relevant relevance remember respect right robust role
  satisfied seamless serious seriously significant skill smart smooth smoothly solid special strength strong strongly
  success successful successfully super superb sure terrific think thorough top topic tremendous truly ultimately
  understand understanding undoubtedly useful valuable vital well wonderful worth worthwhile
`);

/** What people do with things when nothing is said of what the things do. */
const DOINGS = stems(`
  account align add address adopt advise agree allow analyse apply approach ask aspect avoid bear believe bring
  care career carefully case clear clearly close come common commonly company complete completely component concern
  consider considered consideration contribute cover daily day deal deep definitely deliver demonstrate depend depth
  detail develop developer different discipline discuss discussion do each emphasise emphasize engineer ensure entire
  environment especially example exist explain feature feel field final finally find focus follow forward frequent
  frequently full get give go hand handle happen have hear help highlight hold idea ignore implement implementation
  improve include industry integrate intend introduce involve issue item job keep kind last lately leave length let
  level list live long look lot maintain make manage many mean means meet meeting member moment move natural need new
  note number object occur often offer opportunity optimise optimize option order organisation organization outcome overall
  overlook part particular pay people person perspective pick place plan plus point prefer present pretty previous
  prioritise prioritize problem process production production-ready project prove provide purpose question read real
  recent recommend refer reflect regular regularly rely remain respectively result say scenario see several show
  simple situation solution solve something sort speak stakeholder stay step still study subject support system tackle take talk
  task team tech technical technique technology term test thing time together tool touch turn try type unit use used
  user value various version view want way week word work world worry write year
`);

/** What words without weight are in a sentence: who speaks of it, that it is used, what ties it to another fact. */
const PARTS: ReadonlyMap<string, 'speaker' | 'use' | 'tie'> = new Map([
  ...split(`i i'd i'll i'm i've we we'd we'll we're we've my our me us you your one people everyone everybody nobody team
    engineer engineers developer developers everything`).map(it => [it, 'speaker'] as const),
  ...split('use used uses using').map(it => [it, 'use'] as const),
  ...split(`because if unless until whereas instead otherwise therefore hence thus than rather while whenever before but
    since due`).map(it => [it, 'tie'] as const),
]);

export const isPraise = trait(it => PRAISE.has(it.stem));
export const isDoing = trait(it => DOINGS.has(it.stem));
export const isHollow = (word: Word): boolean => isPraise(word) || isDoing(word);
export const isSpeaker = trait(it => PARTS.get(it.text) === 'speaker');
export const isUse = trait(it => PARTS.get(it.text) === 'use');
export const isTie = trait(it => PARTS.get(it.text) === 'tie');

/** Of the words that carry meaning, the share with which one can talk about anything; 0 to 1. */
export function hollowShare(words: readonly Word[]): number {
  let all = 0;
  let hollow = 0;
  for (const word of words) {
    if (word.weight === 0) continue;
    all++;
    if (isHollow(word)) hollow++;
  }
  return all > 0 ? hollow / all : 0;
}
