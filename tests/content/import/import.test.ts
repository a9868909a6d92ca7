/**
 * Each page here is a case: a list, the bank that is made of it, and what is said. A new one needs no more than its list:
 * `npx vitest run tests/content/import -u` writes the rest, to be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../../src/content/import/formats.ts';
import { importList } from '../../../src/content/import/import.ts';
import { parseContent } from '../../../src/content/parse.ts';
import { unescaped } from '../broken.ts';

const folder = new URL('./', import.meta.url);
const cases = readdirSync(folder).filter(it => it.endsWith('.md'));

const FENCE = '````';

interface Case {
  intro: string;
  input: string;
  file: string;
  isEscaped: boolean;
}

function caseIn(page: string): Case {
  const [, intro = '', info = '', input = ''] = /^(.*?)\n\n````(.*?)\n(.*?)^````$/ms.exec(page)!;
  const [, file = '', escaped] = info.split(' ');
  return { intro, input: `${FENCE}${info}\n${input}${FENCE}`, file, isEscaped: escaped === 'escaped' };
}

const inputIn = ({ input, isEscaped }: Case): Uint8Array => {
  const text = input.slice(input.indexOf('\n') + 1, -FENCE.length);
  return isEscaped ? unescaped(text) : Buffer.from(text);
};

const formatOf = (file: string) =>
  Object.keys(FORMATS).find(it => FORMATS[it]!.endings.includes(extname(file)))!;

describe('a list becomes a bank', () => {
  test.each(cases)('%s', async name => {
    const url = new URL(name, folder);
    const read = caseIn(readFileSync(url, 'utf8'));
    const { yaml, messages, counts } = await importList({
      file: read.file,
      bytes: inputIn(read),
      format: formatOf(read.file),
    });
    expect(parseContent({ file: 'bank.yaml', bytes: Buffer.from(yaml) }).problems).toEqual([]);
    const bank = yaml.slice(yaml.indexOf('kind: bank'));
    const said = [...messages, JSON.stringify(counts)].join('\n');
    const page = [read.intro, read.input, `${FENCE}yaml\n${bank}${FENCE}`, `${FENCE}text\n${said}\n${FENCE}`];
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(fileURLToPath(url));
  });
});
