/**
 * Forms of English verbs. Regular ones are told by their ending; the irregular ones are listed, our own compilation of
 * the verbs that grammars of English list, without those whose form is far more often another word (bit, ground, wound).
 */
import { listed } from './listed.ts';

/** Simple past of irregular verbs; be, have and do are left out, since what they mean depends on what follows. */
const IRREGULAR_PAST = listed(`
  arose awoke bore beat became befell began bent bet bled blew bound bred broke brought built burnt burst bought came
  cast caught chose clung cost crept dealt dove drank dreamt drew drove dug ate fed fell felt fled flew flung forbade
  foresaw forgave forgot fought found froze gave got grew heard held hid hung kept knelt knew laid leant leapt learnt led
  left lent lit lost made meant met mistook misread misunderstood overcame overheard overran oversaw overtook paid proved
  ran rang rebuilt redid redrew rerun reran resold retold rethought rewrote rode rose said sang sank sat saw sent sewed
  shone shook shot showed shrank slept slid smelt sold sought spelt spent spilt split spoilt spoke sped sprang spun stole
  stood struck stuck stung swam swept swore swung taught thought threw told took tore understood undertook undid underwent
  unwound upheld went wept withdrew withheld woke won wore wove wrote
`);

/** Participles of irregular verbs that differ from their past. */
const IRREGULAR_PARTICIPLE = listed(`
  arisen awoken been beaten become begun bitten blown born borne broken chosen come done drawn driven drunk eaten fallen
  flown forbidden foreseen forgiven forgotten frozen given gone gotten grown hidden known lain mistaken overcome overseen
  overtaken proven redone redrawn rewritten ridden risen run rung seen sewn shaken shown shrunk spoken stolen stricken
  sung sunk sworn swum taken thrown torn undergone undertaken undone withdrawn woken worn woven written
`);

/** Past and present look alike. */
const UNCHANGING = listed('bet cut hit hurt let put quit read reset set shut spread upset bid');

/** Endings in -ed that are no verb. */
const NO_VERB = listed(`
  need indeed bed red shed sled hundred kindred sacred wicked naked rugged ragged aged bored feed seed weed speed deed
  breed bleed exceed proceed succeed freed unexpected united talented experienced supposed so-called
`);

/** What is felt, known, wanted or owned rather than done; and what only tells that something was so. Past, then present. */
const STATIVE = listed(`
  was were had felt knew thought believed wanted liked loved hated hoped wished needed meant understood belonged owned
  seemed appeared looked sounded remained stayed lived worked consisted contained included existed depended cost heard
  saw feared worried doubted expected assumed preferred realised realized recognised recognized remembered forgot noticed
  lay stood sat hung learned learnt regretted struggled used
  am feel know think believe want like love hate hope wish mean understand belong own seem appear look sound remain stay
  live work consist contain include exist depend hear see fear worry doubt expect assume prefer realise realize recognise
  recognize remember forget notice lie stand sit hang learn regret struggle
`);

/** What comes upon one rather than being done. */
const BEFALLING = listed(
  `got lost received missed failed fell forgot became passed happened ended survived grew died
  get lose receive miss fail fall forget become pass happen end survive grow die`,
);

export const isUnchanging = (verb: string) => UNCHANGING.has(verb);

export const isStative = (verb: string) => STATIVE.has(verb);

export const isBefalling = (verb: string) => BEFALLING.has(verb);

/** A guess from the form alone: an irregular past, or `-ed`. */
export function isPastForm(word: string): boolean {
  return IRREGULAR_PAST.has(word) || UNCHANGING.has(word) || isRegular(word);
}

export function isParticiple(word: string): boolean {
  return IRREGULAR_PARTICIPLE.has(word) || isPastForm(word);
}

const isRegular = (word: string) =>
  word.length > 3 && word.endsWith('ed') && !word.endsWith('eed') && !NO_VERB.has(word);
