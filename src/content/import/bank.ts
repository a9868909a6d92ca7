/** Questions that were found as a bank: each once, with an id of its own. */
import type { QuestionType } from '../../model/content.ts';
import { quoted } from '../showing.ts';
import type { Found, Notice } from './found.ts';
import { idFor, sameness, slug, typeOf } from './prompt.ts';

/** A question as it is written down; what has a default is left out. */
export interface Draft {
  id: string;
  prompt: string;
  type?: QuestionType;
  minutes?: number;
  difficulty?: number;
  levels?: string[];
  competencies?: string[];
  answer?: string;
}

export interface DraftBank {
  kind: 'bank';
  id: string;
  title: string;
  questions: Draft[];
}

/** Whoever asks more than this at once asks several things. */
const LONG_PROMPT = 600;
/** A topic of so many words may stand as a competency; a longer one is a sentence. */
const TOPIC_WORDS = 4;

/** The questions, what is to be told of them, and under which heading each begins. */
export function draftsOf(found: readonly Found[]): {
  drafts: Draft[];
  notices: Notice[];
  topics: (string | undefined)[];
  duplicates: number;
} {
  const notices: Notice[] = [];
  const first = new Map<string, Found>();
  for (const it of found) {
    const key = sameness(it.prompt);
    const before = first.get(key);
    if (it.prompt.trim() === '') notices.push({ line: it.line, text: 'a question without text; left out' });
    else if (before) notices.push({ line: it.line, text: sameTold(it, before) });
    else first.set(key, it);
    if (!before && it.prompt.length > LONG_PROMPT)
      notices.push({
        line: it.line,
        text: `a prompt of ${it.prompt.length} characters; see that it is one: ${quoted(it.prompt)}`,
      });
  }
  const kept = [...first.values()];
  const { ids, clashes } = idsFor(kept);
  return {
    drafts: kept.map((it, at) => draftOf(it, ids[at]!)),
    notices: [...notices, ...clashes],
    topics: kept.map(it => it.topic),
    duplicates: found.filter(it => it.prompt.trim() !== '').length - kept.length,
  };
}

/** The first of two stands; the second may have the only answer. */
function sameTold(it: Found, before: Found): string {
  const isOnlyAnswer = before.answer === undefined && it.answer !== undefined;
  if (isOnlyAnswer) before.answer = it.answer!;
  return `the same question as in line ${before.line}; taken once${isOnlyAnswer ? ', with this answer' : ''}`;
}

function draftOf({ prompt, answer, topic, line: _, id: __, ...rest }: Found, id: string): Draft {
  const type = rest.type ?? typeOf(prompt);
  const competencies = rest.competencies ?? competencyOf(topic);
  return {
    id,
    prompt,
    ...(type && { type }),
    ...(rest.minutes !== undefined && { minutes: rest.minutes }),
    ...(rest.difficulty !== undefined && { difficulty: rest.difficulty }),
    ...(rest.levels && { levels: rest.levels }),
    ...(competencies.length > 0 && { competencies }),
    // With its line feed it is written as a block, which is easier to go on with.
    ...(answer !== undefined && { answer: `${withoutBlankEnds(answer)}\n` }),
  };
}

const withoutBlankEnds = (text: string) => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

/** Headings that say nothing about what is asked. */
const GENERAL =
  /^(?:basics?|core|general|misc|miscellaneous|other|others|more|next|faq|questions?|interview-questions|introduction|beginner|intermediate|advanced|junior|senior|(?:part|round|section|chapter|level)-\d+)$/;

/** A heading of a few plain words; anything else stays a comment. */
function competencyOf(topic: string | undefined): string[] {
  const name = slug(topic ?? '');
  const words = name.split('-').filter(it => it !== 'and');
  return name !== '' &&
    words.length <= TOPIC_WORDS &&
    /[a-z]/.test(name) &&
    !GENERAL.test(name) &&
    isLatin(topic!)
    ? [name]
    : [];
}

const isLatin = (text: string) => !/(?!\p{Script=Latin})\p{L}/u.test(text);

/** Ids that were given come first; of the others the first with an id has it, and the next a number behind it. */
function idsFor(found: readonly Found[]): { ids: string[]; clashes: Notice[] } {
  const taken = new Set<string>();
  const clashes: Notice[] = [];
  const ids: string[] = [];
  const give = (it: Found, at: number, wanted: string) => {
    let id = wanted;
    for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`;
    taken.add(id);
    ids[at] = id;
    if (it.id !== undefined && id !== wanted)
      clashes.push({ line: it.line, text: `the id ${quoted(wanted)} is taken; it is ${quoted(id)} here` });
  };
  for (const [at, it] of found.entries()) if (it.id !== undefined) give(it, at, it.id);
  for (const [at, it] of found.entries()) if (it.id === undefined) give(it, at, idFor(it.prompt));
  return { ids, clashes };
}
