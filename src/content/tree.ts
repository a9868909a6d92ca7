/** The composed YAML as plain values with places, and what YAML allows but content does not. */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from '../model/problem.ts';
import { problemAt } from './problems.ts';
import { quoted, shown } from './showing.ts';
import { placeOf, type Source, type Span } from './source.ts';

/** Aliases may repeat this many values in all: enough to share a list, too few for a bomb. */
const MAX_ALIASED = 10_000;

/** A value and where it stands. */
export interface Tree {
  value: unknown;
  span: Span;
  /** Where its key stands; of what has none, where it stands itself. */
  key: Span;
  /** What a map has under a key; nothing for anything else. */
  part(name: string): Tree | undefined;
  /** What a list holds; nothing for anything else. */
  items(): readonly Tree[];
}

/** A tree of which every place is known. */
interface PlacedTree extends Tree {
  /** Values in it, itself included, with every alias written out. */
  size: number;
  /** Lists and maps within each other, itself included. */
  height: number;
}

interface Walk {
  source: Source;
  problems: Problem[];
  /** Trees by anchor; null while the anchored value is still being read. */
  anchors: Map<string, PlacedTree | null>;
  aliased: number;
  bombed: boolean;
  maxDepth: number;
  /** Something is left out, so that checking the shape would tell of things that are there. */
  incomplete: boolean;
}

/** The tree, and all that is forbidden in it. There is no tree when a part of the content cannot be known. */
export function treeOf(
  source: Source,
  root: ParsedNode | null,
  maxDepth: number,
): { tree?: Tree; problems: Problem[] } {
  const walk: Walk = {
    source,
    problems: [],
    anchors: new Map(),
    aliased: 0,
    bombed: false,
    maxDepth,
    incomplete: false,
  };
  const tree = read(walk, root, [0, 0], 1);
  return { ...(!walk.incomplete && { tree }), problems: walk.problems };
}

function read(walk: Walk, node: Node | null | undefined, where: Span, depth: number): PlacedTree {
  if (!node) return leaf(null, where);
  const span = spanOf(node, where);
  if (isAlias(node)) return readAlias(walk, node, span, depth);
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (tag)
    complain(
      walk,
      tagSpan(walk, span),
      'Tags (!) are not used here.',
      'Delete the tag, or put the text in quotes.',
    );
  if (anchor) walk.anchors.set(anchor, null);
  const tree = readValue(walk, node, span, depth);
  if (anchor) walk.anchors.set(anchor, tree);
  return tree;
}

function readValue(walk: Walk, node: Node, span: Span, depth: number): PlacedTree {
  if (isMap(node)) return readMap(walk, node, span, depth);
  if (isSeq(node)) return readList(walk, node, span, depth);
  const value = isScalar(node) ? node.value : null;
  if (typeof value === 'string') checkEscapes(walk, value, span);
  return leaf(value, span);
}

/** What no text may hold, though an escape in double quotes may stand for it. */
export const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]|\p{Cs}/u;

/** Escapes in double quotes can smuggle in what the source itself may not hold. */
function checkEscapes(walk: Walk, text: string, span: Span): void {
  if (CONTROL.test(text))
    complain(walk, span, 'An escape in this text stands for a control character.', 'Delete it.');
}

function readList(walk: Walk, node: YAMLSeq, span: Span, depth: number): PlacedTree {
  const trees = node.items.map(item => read(walk, item as Node | null, span, depth + 1));
  return listOf(trees, span);
}

function readMap(walk: Walk, node: YAMLMap, span: Span, depth: number): PlacedTree {
  const value: Record<string, unknown> = {};
  const parts = new Map<string, PlacedTree>();
  for (const pair of node.items) {
    const key = pair.key as Node | null;
    const keySpan = spanOf(key, span);
    const name = readKey(walk, key, keySpan);
    const tree = read(walk, pair.value as Node | null, [keySpan[1], keySpan[1]], depth + 1);
    if (name === undefined) continue;
    const first = parts.get(name);
    if (first) {
      const { line } = placeOf(walk.source, first.key[0]);
      complain(walk, keySpan, `The key ${quoted(name)} is here twice.`, `The first is in line ${line}.`);
      continue;
    }
    value[name] = tree.value;
    tree.key = keySpan;
    parts.set(name, tree);
  }
  return mapOf(value, span, parts);
}

/** The name of a key; undefined, with a problem, when it has none. Whole numbers are names too (anchors: 1 to 4). */
function readKey(walk: Walk, key: Node | null, span: Span): string | undefined {
  if (isScalar(key) && key.source === '<<' && key.type === Scalar.PLAIN) {
    walk.incomplete = true;
    return complain(
      walk,
      span,
      'Merge keys (<<) are not used here.',
      'Write the keys out, or share a single value with an anchor.',
    );
  }
  if (isAlias(key)) walk.incomplete = true;
  const name =
    isScalar(key) && (typeof key.value === 'string' || Number.isInteger(key.value))
      ? String(key.value)
      : undefined;
  if (name !== undefined) checkEscapes(walk, name, span);
  if (name === '__proto__') return complain(walk, span, 'The key "__proto__" is not allowed.');
  if (name === undefined)
    return complain(
      walk,
      span,
      `A key must be text, not ${isScalar(key) ? shown(String(key.value)) : 'a list, a map or an alias'}.`,
      'Put it in quotes.',
    );
  return name;
}

function readAlias(walk: Walk, alias: Alias, span: Span, depth: number): PlacedTree {
  const target = walk.anchors.get(alias.source);
  const refuse = (message: string, hint?: string) => {
    complain(walk, span, message, hint);
    walk.incomplete = true;
    return leaf(null, span);
  };
  if (target === undefined)
    return refuse(
      `There is no anchor &${shown(alias.source)} above this alias.`,
      'If it is text, put it in quotes.',
    );
  if (target === null)
    return refuse(`The alias *${shown(alias.source)} is inside the value that it stands for.`);
  walk.aliased += target.size;
  // One bomb holds thousands of aliases; the first that goes too far says it all.
  if (walk.bombed) return leaf(null, span);
  walk.bombed = walk.aliased > MAX_ALIASED;
  if (walk.bombed)
    return refuse(
      `Aliases (*) stand for more than ${MAX_ALIASED} values in this file.`,
      'Write the values out, or share fewer.',
    );
  if (depth + target.height > walk.maxDepth + 1)
    return refuse(`Lists and maps are nested more than ${walk.maxDepth} deep.`);
  return { ...target, span, key: span };
}

function complain(walk: Walk, span: Span, message: string, hint?: string): undefined {
  walk.problems.push(problemAt(walk.source, span, message, { hint }));
}

function leaf(value: unknown, span: Span): PlacedTree {
  return { value, span, key: span, part: () => undefined, items: () => NO_ITEMS, size: 1, height: 0 };
}

const NO_ITEMS: readonly PlacedTree[] = [];

function listOf(items: readonly PlacedTree[], span: Span): PlacedTree {
  const value = items.map(it => it.value);
  return { value, span, key: span, part: () => undefined, items: () => items, ...extentOf(items) };
}

/** @param value the same as a plain object. */
function mapOf(
  value: Record<string, unknown>,
  span: Span,
  parts: ReadonlyMap<string, PlacedTree>,
): PlacedTree {
  const part = (name: string) => parts.get(name);
  return { value, span, key: span, part, items: () => NO_ITEMS, ...extentOf(parts.values()) };
}

function extentOf(below: Iterable<PlacedTree>): Pick<PlacedTree, 'size' | 'height'> {
  let [size, height] = [1, 0];
  for (const tree of below) {
    size += tree.size;
    height = Math.max(height, tree.height);
  }
  return { size, height: height + 1 };
}

function spanOf(node: Node | null, otherwise: Span): Span {
  return node?.range ? [node.range[0], node.range[1]] : otherwise;
}

/** A tag stands before its value, which is where the value's range begins. */
function tagSpan({ source }: Walk, [start, end]: Span): Span {
  const before = source.text.slice(Math.max(0, start - 200), start);
  const tag = /(!\S*)\s*(?:&\S+\s+)?$/.exec(before);
  if (!tag) return [start, end];
  const at = start - before.length + tag.index;
  return [at, at + tag[1]!.length];
}
