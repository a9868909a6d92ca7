/** What a file names must be there: questions, rubrics, points, and files beside it. */
import type { Library } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { leaves, misnamed } from './coding-files.ts';
import { followUpsOf } from './ids.ts';
import { nearest } from './nearest.ts';
import { items, type Name, nameIn, namesIn, part, type Seen } from './place.ts';
import { problemAt } from './problems.ts';
import { either, quoted } from './showing.ts';
import type { Tree } from './tree.ts';

/** All ids that can be named: those of the library, and those of files whose shape is wrong. */
export class Catalogue {
  readonly rubrics: ReadonlySet<string>;
  readonly #library: Library;
  /** Question ids by bank, as far as they were asked for. */
  readonly #questions = new Map<string, ReadonlySet<string>>();
  #homes: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(library: Library, files: readonly Seen[]) {
    const rubrics = new Set(library.rubrics.keys());
    for (const { kind, tree } of files) {
      const id = nameIn(tree, 'id')?.text;
      if (id === undefined) continue;
      if (kind === 'rubric') rubrics.add(id);
      if (kind !== 'bank' || library.banks.has(id)) continue;
      this.#questions.set(id, new Set(items(tree, 'questions').flatMap(it => nameIn(it, 'id')?.text ?? [])));
    }
    this.rubrics = rubrics;
    this.#library = library;
  }

  get banks(): ReadonlySet<string> {
    return new Set([...this.#library.banks.keys(), ...this.#questions.keys()]);
  }

  /** The ids of a bank's questions; undefined for a bank that there is not. */
  questionsIn(bank: string): ReadonlySet<string> | undefined {
    const known = this.#questions.get(bank);
    if (known) return known;
    const there = this.#library.banks.get(bank);
    if (!there) return undefined;
    const ids = new Set(there.questions.map(it => it.id));
    this.#questions.set(bank, ids);
    return ids;
  }

  /** The banks that hold a question, by its id. All of them are read for it. */
  get homes(): ReadonlyMap<string, readonly string[]> {
    this.#homes ??= this.#readHomes();
    return this.#homes;
  }

  #readHomes() {
    const homes = new Map<string, string[]>();
    for (const bank of this.banks)
      for (const id of this.questionsIn(bank)!) homes.set(id, [...(homes.get(id) ?? []), bank]);
    return homes;
  }
}

/** Every name in the file that leads nowhere, or to several places. */
export function checkReferences(seen: Seen, catalogue: Catalogue): Problem[] {
  const complain: Complain = ({ span }, message, hint) => [problemAt(seen.source, span, message, { hint })];
  const check = { seen, catalogue, complain };
  if (seen.kind === 'bank') return items(seen.tree, 'questions').flatMap(it => inQuestion(check, it));
  if (seen.kind === 'loop') return items(seen.tree, 'rounds').flatMap(it => inRound(check, it));
  return items(seen.tree, 'criteria').flatMap(it => inCriterion(check, it));
}

type Complain = (name: Pick<Name, 'span'>, message: string, hint?: string) => Problem[];

interface Check {
  seen: Seen;
  catalogue: Catalogue;
  complain: Complain;
}

function inQuestion(check: Check, question: Tree): Problem[] {
  const bank = nameIn(check.seen.tree, 'id')?.text;
  return [
    ...namesIn(question, 'rubric').flatMap(it => known(check, it, 'rubric', check.catalogue.rubrics)),
    ...namesIn(question, 'related').flatMap(it => theQuestion(check, it, bank)),
    ...besideBank(check, 'starter', part(question, 'coding')),
    ...besideBank(check, 'tests', part(question, 'coding')),
    ...whens(check, question),
    ...followUpsOf(question).flatMap(it => whens(check, it)),
  ];
}

/** The conditions of the follow-ups right below: they name points and pitfalls of their parent. */
function whens(check: Check, parent: Tree): Problem[] {
  const followUps = items(parent, 'followUps');
  if (followUps.length === 0) return [];
  const ids = (key: string) => new Set(items(parent, key).flatMap(it => nameIn(it, 'id')?.text ?? []));
  const [points, pitfalls] = [ids('points'), ids('pitfalls')];
  return followUps.flatMap(followUp => {
    const when = part(followUp, 'when');
    const named = [...namesIn(when, 'missing'), ...namesIn(when, 'covered')];
    return [
      ...named.flatMap(it => known(check, it, 'point', points, ' in the question above')),
      ...namesIn(when, 'pitfall').flatMap(it =>
        known(check, it, 'pitfall', pitfalls, ' in the question above'),
      ),
    ];
  });
}

/** What a probe says of a signal is about one that its criterion has. */
function inCriterion(check: Check, criterion: Tree): Problem[] {
  const kinds = new Set(items(criterion, 'signals').flatMap(it => nameIn(it, 'kind')?.text ?? []));
  const low = items(criterion, 'probes').flatMap(it => nameIn(part(it, 'when'), 'low') ?? []);
  return low.flatMap(it => known(check, it, 'signal', kinds, ' in this criterion'));
}

function inRound(check: Check, round: Tree): Problem[] {
  const entries = items(round, 'questions');
  const draws = entries.flatMap(it => namesIn(part(it, 'draw'), 'banks'));
  const closing = part(round, 'closing');
  const asker = nameIn(closing, 'question');
  return [
    ...namesIn(round, 'questions').flatMap(it => theQuestion(check, it)),
    ...draws.flatMap(it => known(check, it, 'bank', check.catalogue.banks)),
    ...(asker ? theQuestion(check, asker) : closingByDefault(check, closing)),
  ];
}

/** A closing that names no question uses the shipped one. */
function closingByDefault({ catalogue, complain }: Check, closing: Tree | undefined): Problem[] {
  if (!closing || catalogue.questionsIn('closing')?.has('your-questions')) return [];
  return complain(
    closing,
    'There is no question "closing/your-questions", which a closing uses by default.',
    'Name another under "question".',
  );
}

function known(
  { complain }: Check,
  name: Name,
  what: string,
  ids: ReadonlySet<string>,
  where = '',
): Problem[] {
  return ids.has(name.text)
    ? []
    : complain(name, `There is no ${what} ${quoted(name.text)}${where}.`, hintFor(name.text, ids));
}

/** A question by `bank/question`, or by its id alone. */
function theQuestion(check: Check, name: Name, home?: string): Problem[] {
  const slash = name.text.indexOf('/');
  if (slash < 0) return questionAnywhere(check, name, home);
  return questionInBank(check, name, name.text.slice(0, slash), name.text.slice(slash + 1));
}

function questionInBank({ catalogue, complain }: Check, name: Name, bank: string, id: string): Problem[] {
  const shelf = catalogue.questionsIn(bank);
  if (shelf?.has(id)) return [];
  const elsewhere = refsOf(catalogue, id);
  const hint = elsewhere.length > 0 ? meant(elsewhere) : undefined;
  if (!shelf)
    return complain(name, `There is no bank ${quoted(bank)}.`, hint ?? hintFor(bank, catalogue.banks));
  const near = nearest(id, shelf);
  const message = `There is no question ${quoted(id)} in the bank ${quoted(bank)}.`;
  return complain(name, message, near ? meant([`${bank}/${near}`]) : hint);
}

/** In a bank (`home`) a bare id means that bank; in a loop it must be in one bank only. */
function questionAnywhere({ catalogue, complain }: Check, name: Name, home: string | undefined): Problem[] {
  const id = name.text;
  if (home !== undefined && catalogue.questionsIn(home)?.has(id)) return [];
  const refs = refsOf(catalogue, id);
  if (refs.length === 0)
    return complain(name, `There is no question ${quoted(id)}.`, hintFor(id, catalogue.homes.keys()));
  if (home !== undefined)
    return complain(name, `There is no question ${quoted(id)} in this bank.`, meant(refs));
  if (refs.length === 1) return [];
  return complain(name, `The question ${quoted(id)} is in several banks.`, `Write ${either(refs)}.`);
}

function refsOf({ homes }: Catalogue, id: string): string[] {
  return (homes.get(id) ?? []).map(bank => `${bank}/${id}`);
}

function hintFor(name: string, ids: Iterable<string>): string | undefined {
  const all = [...ids];
  const near = nearest(name, all);
  if (near) return meant([near]);
  return all.length > 0 && all.length <= 12 ? `Known: ${all.join(', ')}.` : undefined;
}

function meant(names: readonly string[]): string {
  return `Did you mean ${either(names.slice(0, 5).map(it => quoted(it)))}?`;
}

/** A path must stay in the bank's folder on every platform, bear a name that its language knows, and lead to a text. */
function besideBank(
  { seen, complain }: Check,
  key: 'starter' | 'tests',
  coding: Tree | undefined,
): Problem[] {
  const path = nameIn(coding, key);
  if (!path) return [];
  if (leaves(path.text))
    return complain(
      path,
      `The path ${quoted(path.text)} leads out of the bank's folder.`,
      'Write it relative to the bank, with forward slashes and without "..".',
    );
  const misnaming = misnamed(nameIn(coding, 'language')?.text ?? '', key, path.text);
  if (misnaming) return complain(path, `A file for ${key} cannot be called ${quoted(path.text)}.`, misnaming);
  const found = seen.beside?.(path.text);
  return found && 'wrong' in found ? complain(path, found.wrong, found.hint) : [];
}
