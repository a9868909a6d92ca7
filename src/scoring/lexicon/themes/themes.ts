/** What behavioural questions ask for, and the words in which people tell such stories; tables/themes.txt says how. */
import { type PhraseBook, phraseBook } from '../../text/phrases.ts';
import { stem } from '../../text/stem.ts';
import { wordWeight } from '../../text/words.ts';

export interface Theme {
  readonly name: string;
  /** Numbers of themes whose stories are often the same story. */
  readonly near: ReadonlySet<number>;
  /** Weight of its terms in 100 words of stories on other themes. */
  readonly usual: number;
}

/** A term, and how much it says for each theme, by number, that lists it. */
export interface ThemeTerm {
  readonly text: string;
  readonly says: readonly { readonly theme: number; readonly weight: number }[];
}

/** Terms of all themes, to be found in one pass: list n of the book is term n. */
export interface ThemeBook {
  readonly book: PhraseBook;
  readonly terms: readonly ThemeTerm[];
}

export interface Themes {
  readonly themes: readonly Theme[];
  /** How questions ask. */
  readonly asked: ThemeBook;
  /** How stories sound. */
  readonly told: ThemeBook;
}

/** Share of a term's weight that it has for a theme that lists it under `often`. */
const OFTEN = 0.35;

/** What a function word adds to the weight of a phrase: `my fault` says more than `fault`. */
const FUNCTION_WORD = 0.25;

/** No phrase says more than two full words. */
const MOST = 2;

const USUAL = 0.6;

interface Block {
  name: string;
  near: string[];
  asked: string[];
  told: string[];
  often: string[];
  usual: number;
}

/** Reads the text of themes.txt; blocks that name no theme are comments. */
export function themesOf(text: string): Themes {
  const blocks = text
    .split(/\r?\n\s*\n/)
    .map(fieldsOf)
    .filter(it => it.has('theme'))
    .map(blockOf);
  const names = new Map(blocks.map(({ name }, at) => [name, at]));
  const themes = blocks.map(({ name, near, usual }) => ({
    name,
    usual,
    near: new Set(near.flatMap(other => names.get(other) ?? [])),
  }));
  const asked = blocks.map(it => [{ terms: it.asked, share: 1 }]);
  const told = blocks.map(it => [
    { terms: it.told, share: 1 },
    { terms: it.often, share: OFTEN },
  ]);
  return { themes, asked: bookOf(asked), told: bookOf(told) };
}

/** `name: value` lines; an indented line goes on with the one before. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of block.split(/\r?\n/).filter(it => !it.startsWith('#'))) {
    const [, key, value] = /^(\w+):(.*)$/.exec(line) ?? [];
    last = key ?? last;
    fields.set(last, `${fields.get(last) ?? ''} ${value ?? line}`);
  }
  return fields;
}

function blockOf(fields: ReadonlyMap<string, string>): Block {
  const list = (key: string) =>
    (fields.get(key) ?? '')
      .split(',')
      .map(it => it.trim())
      .filter(it => it !== '');
  const usual = Number(fields.get('usual') ?? USUAL);
  return {
    name: fields.get('theme')!.trim(),
    near: list('near'),
    asked: list('asked'),
    told: list('told'),
    often: list('often'),
    usual: usual > 0 ? usual : USUAL,
  };
}

interface Listed {
  terms: readonly string[];
  /** Share of the weight of each term that counts, 0 to 1. */
  share: number;
}

/** A term of several themes speaks less for each of them, and one of all themes for none; the longest stand first. */
function bookOf(lists: readonly (readonly Listed[])[]): ThemeBook {
  const shares = new Map<string, { text: string; own: Map<number, number> }>();
  for (const [theme, listed] of lists.entries())
    for (const { terms, share } of listed)
      for (const text of terms) {
        const key = text.split(' ').map(stem).join(' ');
        const known = shares.get(key) ?? { text, own: new Map<number, number>() };
        shares.set(key, known);
        if (!known.own.has(theme)) known.own.set(theme, share);
      }
  const terms = [...shares.values()]
    .map(({ text, own }) => {
      const weight = weightOf(text) * (1 - Math.log(own.size) / Math.log(Math.max(2, lists.length)));
      return { text, says: [...own].map(([theme, share]) => ({ theme, weight: weight * share })) };
    })
    .sort((a, b) => b.text.split(' ').length - a.text.split(' ').length);
  return { book: phraseBook(terms.map(it => spellings(it.text))), terms };
}

/** `told him/her why` is two phrases that mean the same. */
function spellings(term: string): string[] {
  if (!term.includes('/')) return [term];
  return term
    .split(' ')
    .map(word => word.split('/'))
    .reduce<string[]>((all, words) => all.flatMap(it => words.map(word => `${it} ${word}`.trim())), ['']);
}

/** Rare and long phrases weigh more: the sum over their words, 0.25 to 2. */
function weightOf(term: string): number {
  const words = term.split(' ').map(it => it.split('/')[0]!.toLowerCase());
  const weights = words.map(it => wordWeight(it, stem(it)) || FUNCTION_WORD);
  return Math.min(
    MOST,
    weights.reduce((sum, it) => sum + it, 0),
  );
}
