/** One file's bytes to a bank, loop or rubric with all defaults filled in, or to everything that is wrong with it. */
import type { Problem } from '../model/problem.ts';
import { checked, problemOf } from './checking.ts';
import { type Beside, withFiles } from './coding-files.ts';
import { decode } from './decode.ts';
import { parseYaml } from './document.ts';
import { checkIds } from './ids.ts';
import type { Complaint } from './issues.ts';
import { nearest } from './nearest.ts';
import { nameIn, type Seen, valueAt } from './place.ts';
import { sorted } from './problems.ts';
import { type Content, type Kind, SHAPES } from './shapes.ts';
import { described, quoted } from './showing.ts';
import type { Tree } from './tree.ts';

/** A file as it was read. */
export interface ContentFile {
  /** The name to show. */
  file: string;
  bytes: Uint8Array;
  /** Reads a file beside it; without it, paths are not looked up. */
  beside?: Beside;
}

export interface ParsedFile {
  problems: Problem[];
  /** What the file says it is, with its places; present as far as it could be read. */
  seen?: Seen;
  /** Present when the shape is right. */
  content?: Content;
}

/** Checks one file by itself; references to other files come later (library.ts). Never throws for what a file holds. */
export function parseContent({ file, bytes, beside }: ContentFile): ParsedFile {
  const read = decode(file, bytes);
  if ('problem' in read) return { problems: [read.problem] };
  const { source } = read;
  const { tree, problems } = parseYaml(source);
  if (!tree) return { problems: YAML.test(file) ? problems : noYaml(problems) };
  const kind = kindOf(tree);
  if (typeof kind !== 'string') return { problems: sorted([...problems, problemOf(source, tree, kind)]) };
  const shaped = checked<Content>(source, tree, SHAPES[kind]);
  const seen = { source, tree, kind, ...(beside && { beside }) };
  return {
    problems: sorted([...problems, ...shaped.problems, ...checkIds(seen)]),
    seen,
    ...(shaped.value && { content: complete(shaped.value, beside) }),
  };
}

/** JSON is YAML, too. */
const YAML = /\.(?:ya?ml|json)$/i;

/** Of a page or a program given by mistake, each line is another problem with YAML: only where they begin is told. */
const noYaml = (problems: readonly Problem[]): Problem[] =>
  problems.slice(0, 1).map(it => ({
    ...it,
    message: 'From here on this is no YAML, and the name of the file does not end in .yaml.',
    hint: 'Name a bank, a loop or a rubric; `mockloop import` makes a bank of a plain list of questions.',
  }));

function complete(content: Content, beside: Beside | undefined): Content {
  return beside && content.kind === 'bank' ? withFiles(content, beside) : content;
}

const HINTS: readonly (readonly [string, Kind])[] = [
  ['questions', 'bank'],
  ['rounds', 'loop'],
  ['criteria', 'rubric'],
];

function kindOf(tree: Tree): Kind | Complaint {
  const { value } = tree;
  const about = (path: string[], message: string, hint?: string): Complaint => ({
    path,
    of: 'value',
    message,
    hint,
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return about(
      [],
      `The file must be a map that begins with \`kind:\`, not ${described(value)}.`,
      Array.isArray(value)
        ? 'For a list of questions, write `kind: bank` and an `id:`, and put the list under `questions:`.'
        : undefined,
    );
  const likely = HINTS.find(([key]) => tree.part(key))?.[1];
  if (!tree.part('kind'))
    return about(
      [],
      'The key "kind" is missing; it must be bank, loop or rubric.',
      likely && `Begin with \`kind: ${likely}\`.`,
    );
  const named = nameIn(tree, 'kind')?.text;
  if (named !== undefined && Object.hasOwn(SHAPES, named)) return named as Kind;
  const near = (named && nearest(named, Object.keys(SHAPES))) || likely;
  return about(
    ['kind'],
    `"kind" must be bank, loop or rubric, not ${described(valueAt(tree, ['kind']))}.`,
    near && `Did you mean ${quoted(near)}?`,
  );
}
