/** The questions that rows name or bring along, ready to be judged by. */
import { nearest } from '../content/nearest.ts';
import { quoted } from '../content/showing.ts';
import { followUpNamed } from '../model/assignment.ts';
import type { Aliases, Library, Question, Rubric } from '../model/content.ts';
import { findQuestions, namesLike, rubricsFor, type Shelved } from '../model/library.ts';
import type { Asked } from '../model/score.ts';
import { hashOf } from '../scoring/judges/hash.ts';

/** What an answer is judged by, whichever way its question was given. */
export interface Assigned {
  /** `bank/question`, `bank/question/follow-up`, or the name of an inline question. */
  name: string;
  asked: Asked;
  aliases: Aliases;
  rubrics: Rubric[];
  /** Seconds that the question allows. */
  budget: number;
  /** Code that the candidate began with. */
  given?: string;
  isInline: boolean;
}

type Found = Assigned | { cause: string };

/**
 * Inline questions that are remembered, and names that mean none: a file has few of them or a new one a row, and then none
 * comes back. Of the questions that banks hold all are: what was prepared for one belongs to its object.
 */
const REMEMBERED = 256;

/** The questions of one run. */
export class Questions {
  readonly #library: Library;
  readonly #named = new Map<string, Assigned>();
  readonly #missing = new Map<string, Found>();
  readonly #inline = new Map<string, Found>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** The question that a row means, or why it means none. An inline one without an id is named by its content. */
  async find(question: string | object): Promise<Found> {
    if (typeof question === 'string') return this.named(question);
    const key = keyOf(question);
    const known = this.#inline.get(key);
    if (known) return known;
    const { inlineQuestion } = await import('../content/inline-question.ts');
    const read = inlineQuestion(question);
    return remembered(this.#inline, key, 'cause' in read ? read : this.#brought(read));
  }

  /** The question or follow-up of a bank that has that name, or why there is none. */
  named(question: string): Found {
    const known = this.#named.get(question) ?? this.#missing.get(question);
    if (known) return known;
    const found = this.#lookUp(question);
    if ('cause' in found) return remembered(this.#missing, question, found);
    this.#named.set(question, found);
    return found;
  }

  #lookUp(name: string): Found {
    const [bank = '', id = '', ...followUp] = name.split('/');
    const found = findQuestions(this.#library, followUp.length > 0 ? `${bank}/${id}` : name);
    const [only, another] = found;
    if (another)
      return {
        cause: `${quoted(name)} is in several banks. Say which: ${found.map(it => it.ref).join(', ')}.`,
      };
    const assigned =
      only && (followUp.length > 0 ? this.#beneath(only, followUp.join('/')) : this.#shelved(only));
    return assigned ?? { cause: this.#unknown(name) };
  }

  #shelved({ ref, bank, question }: Shelved): Found {
    const assigned = this.#assigned(ref, question, rubricsFor(this.#library, question), bank.aliases, false);
    const given = question.coding?.files?.starter;
    return given === undefined ? assigned : { ...assigned, given };
  }

  /** A follow-up is judged by its own points. */
  #beneath({ ref, bank, question }: Shelved, id: string): Found | undefined {
    const followUp = followUpNamed(question.followUps, id);
    return followUp && this.#assigned(`${ref}/${id}`, { ...question, ...followUp }, [], bank.aliases, false);
  }

  #brought(question: Omit<Question, 'id'> & { id?: string }): Found {
    const name = question.id ?? `inline-${hashOf(question).slice(0, 8)}`;
    return this.#assigned(name, question, rubricsFor(this.#library, question), {}, true);
  }

  #assigned(
    name: string,
    question: Omit<Question, 'id'>,
    rubricIds: readonly string[],
    aliases: Aliases,
    isInline: boolean,
  ): Found {
    const unknown = rubricIds.find(id => !this.#library.rubrics.has(id));
    if (unknown !== undefined)
      return {
        cause: withHint(`There is no rubric ${quoted(unknown)}.`, unknown, this.#library.rubrics.keys()),
      };
    const rubrics = rubricIds.map(id => this.#library.rubrics.get(id)!);
    return { name, asked: question, aliases, rubrics, budget: 60 * question.minutes, isInline };
  }

  #unknown(name: string): string {
    return withHint(`There is no question ${quoted(name)}.`, name, namesLike(this.#library, name));
  }
}

function withHint(message: string, name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? message : `${message} Did you mean ${quoted(near)}?`;
}

/** Keeps it, in place of the oldest where there are many. */
function remembered(map: Map<string, Found>, key: string, found: Found): Found {
  if (map.size >= REMEMBERED) map.delete(map.keys().next().value!);
  map.set(key, found);
  return found;
}

/** Deep nesting overflows JSON.stringify; such a question is refused right after. */
function keyOf(question: object): string {
  try {
    return JSON.stringify(question);
  } catch {
    return '';
  }
}
