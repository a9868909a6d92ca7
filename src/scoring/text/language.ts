/** Whether a text is in a language whose words cannot be compared with English ones. */
import { listed } from './listed.ts';
import { countOf, type Word } from './tokens.ts';
import { among, trait } from './traits.ts';
import { FUNCTION_WORDS } from './words.ts';

/** Words that hold sentences together, and that English has not; our own lists. */
const HOLDING: Readonly<Record<string, ReadonlySet<string>>> = {
  German: listed(
    'der das und ist nicht ein eine einen dem den des mit für auf werden wird auch sich oder durch wenn sind haben ich wir es zu im von bei dass',
  ),
  French: listed(
    'le les des et est une dans pour que qui sur avec pas sont nous je il du au ce cette plus par mais ou',
  ),
  Spanish: listed('el los las y es una en para que con por no se del al como pero más su este esta son lo'),
  Italian: listed('il gli e è una che per con non di da del della si sono come ma più questo nel anche'),
  Portuguese: listed(
    'o os as e é uma em para que com por não se do da dos das como mas mais seu são um no na',
  ),
  Dutch: listed('het een en is niet van op met voor dat zijn wordt ook als maar aan bij er wij ik om te'),
  Polish: listed('i w na nie się z do jest to że jak o ale po co tak za od przez są'),
  Turkish: listed('ve bir bu için ile de da çok daha gibi olarak ama ne var olan'),
};

const HOLDING_ANY: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...Object.values(HOLDING).flatMap(it => [...it]),
]);

/** Whether a word holds sentences together in English or in another language that is known here. */
export const holdsTogether = among(HOLDING_ANY);

export const isFigure = trait(({ text }) => text >= '0' && text < ':');

/** Whether a word holds those beside it together as one statement: a figure does as well. */
export const connects = (word: Word): boolean => holdsTogether(word) || isFigure(word);

export const isArticle = trait(({ text }) => text === 'a' || text === 'an' || text === 'the');

const isEnglish = among(FUNCTION_WORDS);

const LEAST_WORDS = 8;
const LEAST_SHARE = 0.15;

/** Share of words in another script than the Latin. */
const OTHER_SCRIPT = 0.6;

/** With so many English words among them, no other language need be tried. */
const ENGLISH = 0.25;

/** The name of the language (or `another script`) of some words, when that is surely not English. */
export function foreignLanguage(words: readonly Word[]): string | undefined {
  if (words.length < LEAST_WORDS) return words.length > 0 && words.every(isOtherScript) ? SCRIPT : undefined;
  const english = countOf(words, isEnglish);
  if (english >= ENGLISH * words.length) return undefined;
  if (countOf(words, isOtherScript) >= OTHER_SCRIPT * words.length) return SCRIPT;
  for (const [name, holding] of Object.entries(HOLDING)) {
    const found = countOf(words, it => holding.has(it.text));
    if (found >= LEAST_SHARE * words.length && found >= 1.5 * english) return name;
  }
  return undefined;
}

const SCRIPT = 'another script';

/** Letters, none of them Latin. Figures and Greek symbols in a formula are not a language. */
function isOtherScript({ text }: Word): boolean {
  return /\p{L}{2}/u.test(text) && !/\p{Script=Latin}/u.test(text);
}
