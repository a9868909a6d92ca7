/** Reading the cases in broken/: fenced YAML as files, and the text that formatProblem must give. */
import type { ContentFile } from '../../src/content/parse.ts';

export interface Case {
  files: ContentFile[];
  expected: string;
}

const FENCE = /^```(yaml|text)([^\n]*)\n(.*?)^```$/gms;

/**
 * Blocks of `yaml` are files, named by the info string (`yaml loop.yaml`) or bank.yaml; with the word `escaped`, `\xff`,
 * `\r` and `\t` in them stand for those bytes. The block of `text` is what must be printed.
 */
export function readCase(markdown: string): Case {
  const files: ContentFile[] = [];
  let expected = '';
  for (const [, language, info = '', body = ''] of markdown.matchAll(FENCE)) {
    if (language === 'text') {
      expected = body.trimEnd();
      continue;
    }
    const words = info.trim().split(/\s+/).filter(Boolean);
    const file = words.find(it => it !== 'escaped') ?? 'bank.yaml';
    files.push({
      file,
      bytes: words.includes('escaped') ? unescaped(body) : Buffer.from(body),
      beside: path => ({ wrong: `There is no file "${path}" beside the bank.` }),
    });
  }
  return { files, expected };
}

/** The bytes of a text in which `\xff`, `\r` and `\t` stand for themselves as bytes. */
export function unescaped(body: string): Uint8Array {
  const bytes = body.replace(/\\x([0-9a-f]{2})|\\([rt])/g, (_, hex: string | undefined, short: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : short === 'r' ? '\r' : '\t',
  );
  return Buffer.from(bytes, 'latin1');
}
