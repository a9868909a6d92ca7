/** YAML text to a plain value whose every part knows its place. Stricter than YAML: see docs/content.md. */
import {
  Composer,
  type Document,
  isMap,
  isNode,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type YAMLParseError,
} from 'yaml';
import type { Problem } from '../model/problem.ts';
import { placedLater } from './placed-later.ts';
import { NOT_PLAIN, plainValue } from './plain-yaml.ts';
import { problemAt } from './problems.ts';
import type { Source, Span } from './source.ts';
import { plainly, RUNS_ON, runsOn, withoutEchoes } from './syntax.ts';
import { type Tree, treeOf } from './tree.ts';

/** Lists and maps within each other; content needs about twelve. Beyond this the composer's recursion is at risk. */
export const MAX_DEPTH = 64;

/** Words and marks of YAML; four megabytes of prose have a tenth of it, four of brackets take 15 s to read. */
const MAX_MARKS = 1_000_000;

export interface Parsed {
  /** The file's content, when it could be made out whole. */
  tree?: Tree;
  problems: Problem[];
}

const BEGIN = 'Begin with `kind: bank`, `kind: loop` or `kind: rubric`.';

/** Parses one document. Never throws for anything a file can hold. @param begin what to write into an empty file. */
export function parseYaml(source: Source, begin = BEGIN): Parsed {
  const value = plainValue(source.text, MAX_DEPTH);
  if (value === NOT_PLAIN) return parseAnyYaml(source, begin);
  let placed: Tree | undefined;
  const places = () => {
    placed ??= parseAnyYaml(source, begin).tree!;
    return placed;
  };
  return { tree: placedLater(value, places), problems: [] };
}

/** The same by the yaml package alone, which reads everything, and takes ten times as long. */
export function parseAnyYaml(source: Source, begin = BEGIN): Parsed {
  const composed = compose(source);
  if ('message' in composed) return only(source, [composed.at, composed.at + 1], composed.message);
  const { documents } = composed;
  const [document, second] = documents;
  if (!document || isEmpty(document)) return only(source, [0, 0], 'The file is empty.', begin);
  const broken = documents.flatMap(it =>
    withoutEchoes(it.errors).map(error =>
      runsOn(error, it.errors)
        ? problemAt(source, lastLineOf(source, error.pos), RUNS_ON.message, { hint: RUNS_ON.hint })
        : syntaxProblem(source, error, it.contents),
    ),
  );
  const directive = /^%.*/m.exec(source.text.slice(0, document.range[0]));
  if (directive)
    broken.push(
      problemAt(
        source,
        [directive.index, directive.index + directive[0].length],
        'Directives (%) are not used here.',
        { hint: 'Delete the line.' },
      ),
    );
  if (second) broken.push(secondDocument(source, second));
  if (broken.length > 0) return { problems: onePerLine(broken) };
  return treeOf(source, document.contents, MAX_DEPTH);
}

/** The documents, or where and why reading was given up. */
type Composed = { documents: Document.Parsed[] } | { at: number; message: string };

/** Lexing and parsing keep a stack of their own, so that depth can be seen before anything recurses. */
function compose({ text }: Source): Composed {
  const parser = new Parser();
  const giveUp = (message: string) => ({ at: Math.max(0, parser.offset - 1), message });
  const tokens = [];
  let marks = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The document itself and a scalar at the bottom are on the stack too.
    if (parser.stack.length > MAX_DEPTH + 2)
      return giveUp(`Lists and maps are nested more than ${MAX_DEPTH} deep.`);
    if (++marks > MAX_MARKS) return giveUp(`The file has more than ${MAX_MARKS} words and marks of YAML.`);
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    // Ours is linear (see tree.ts), theirs is quadratic: 3.7 s for 20 000 keys.
    uniqueKeys: false,
    logLevel: 'silent',
    lineCounter: new LineCounter(),
  });
  return { documents: [...composer.compose(tokens, true, text.length)] };
}

function isEmpty({ contents, errors }: Document.Parsed): boolean {
  if (errors.length > 0) return false;
  return contents === null || (contents.range[0] === contents.range[1] && !contents.anchor && !contents.tag);
}

function only(source: Source, span: Span, message: string, hint?: string): Parsed {
  return { problems: [problemAt(source, span, message, { hint })] };
}

/** Of a stretch of several lines what stands in the last one, its indentation left out. */
function lastLineOf({ text }: Source, [start, end]: readonly [number, number]): Span {
  const from = Math.max(start, text.lastIndexOf('\n', end - 1) + 1);
  const line = text.slice(from, end);
  return [from + line.length - line.trimStart().length, end];
}

function syntaxProblem(source: Source, error: YAMLParseError, contents: Node | null): Problem {
  const { message, hint } = plainly(error);
  return problemAt(source, placeOfError(source, error, contents), message, { hint });
}

/** Where to look: at the quotation mark that was opened, not at the end of the file; at a line's text, not its indent. */
function placeOfError({ text }: Source, { code, message, pos }: YAMLParseError, contents: Node | null): Span {
  const [start, end] = pos;
  if (message.startsWith('Missing closing')) {
    const opened = lastScalar(contents)?.range?.[0] ?? start;
    return [opened, opened + 1];
  }
  const indent = code === 'TAB_AS_INDENT' ? 0 : /^ */.exec(text.slice(start, start + 1000))![0].length;
  return [start + indent, Math.max(end, start + indent + 1)];
}

function lastScalar(node: unknown): Node | undefined {
  if (isMap(node)) return lastScalar(node.items.at(-1)?.value);
  if (isSeq(node)) return lastScalar(node.items.at(-1));
  return isNode(node) ? node : undefined;
}

function secondDocument(source: Source, document: Document.Parsed): Problem {
  const start = source.text.lastIndexOf('---', document.range[0]);
  return problemAt(source, [start, start + 3], 'A second document begins here; a file holds one.', {
    hint: 'Put it into a file of its own, or delete the line `---`.',
  });
}

/** One slip often upsets the parser several times over; the first complaint in a line is the one to read. */
function onePerLine(problems: Problem[]): Problem[] {
  const seen = new Set<number>();
  return problems
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter(({ line }) => !seen.has(line) && seen.add(line));
}
