/** Markdown with front matter: YAML between two lines of dashes at its head, then the body. */
import { parseYaml } from './document.ts';
import { sourceOf } from './source.ts';

export interface FrontMatter {
  /** The keys of the front matter. */
  head: Readonly<Record<string, unknown>>;
  /** The front matter as it was written. */
  yaml: string;
  /** What follows it, without the blank lines around it. */
  body: string;
}

const PARTS = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m;

/** The parts of a Markdown text, or what is wrong with its front matter in one sentence. */
export function frontMatter(file: string, text: string): FrontMatter | { cause: string } {
  const parts = text.startsWith('---') ? PARTS.exec(text) : null;
  if (!parts) return { cause: 'The file does not begin with front matter between two lines of ---.' };
  const [, yaml = '', body = ''] = parts;
  const { tree, problems } = parseYaml(sourceOf(file, yaml));
  const [problem] = problems;
  if (problem) return { cause: `Front matter, line ${problem.line + 1}: ${problem.message}` };
  const head = tree?.value;
  if (typeof head !== 'object' || head === null || Array.isArray(head))
    return { cause: 'The front matter must be a map, such as `question: bank/question`.' };
  return {
    head: head as Record<string, unknown>,
    yaml,
    body: body.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd(),
  };
}
