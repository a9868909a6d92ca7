/** docs/packs.md keeps its word: every command in it is run, in its order, in one folder. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { world } from './world.ts';

const page = readFileSync(new URL('../../docs/packs.md', import.meta.url), 'utf8');
const commands = [...page.matchAll(/^mockloop (.*)$/gm)].map(it => it[1]!);

/** Words of a command line; what is a path in the page is one in the folder here. */
function wordsOf(command: string, folder: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(it => it[1] ?? it[2]!);
  return words.map((word, at) =>
    at > 0 && /^(?:pack(?:-\w+)?\/?|forms|logo\.png|scorecards\/.*|debrief\.\w+|answers\.jsonl)$/.test(word)
      ? join(folder, word)
      : word,
  );
}

/** A pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';

test('every command of the page works as it is written', async () => {
  const { run, folder, put, read } = world({ env: { MOCKLOOP_CONTENT: '' } });
  writeFileSync(join(folder, 'logo.png'), Buffer.from(PNG, 'base64'));
  const script = put('script.yaml', 'default: I would ask what is meant, and measure first.\n');
  for (const command of commands) {
    const words = wordsOf(command, folder);
    // Nobody sits here to be asked.
    if (words[0] === 'practice') words.push('--answers', script, '--out', join(folder, 'report'));
    const { code, err } = await run(...words);
    expect(code, `${command}\n${err}`).toBe(0);
    if (command.startsWith('pack build --out pack --minutes'))
      prepare(folder, read(folder, 'pack/scorecard.csv'));
  }
  expect(commands.length).toBeGreaterThanOrEqual(10);
}, 120_000);

/** What interviewers and candidates hand in. */
function prepare(folder: string, blank: string): void {
  const [head, ...rows] = blank.trimEnd().split('\r\n');
  mkdirSync(join(folder, 'scorecards'));
  for (const [name, level] of [
    ['ann', 3],
    ['bob', 2],
  ] as const) {
    const filled = rows.map(it => it.replace(/,,$/, `,${level},`));
    writeFileSync(join(folder, 'scorecards', `${name}.csv`), [head, ...filled].join('\r\n'));
  }
  const question = rows[0]!.split(',')[2];
  const answer = 'I would ask what is meant, and measure first.';
  writeFileSync(join(folder, 'answers.jsonl'), `${JSON.stringify({ question, answer })}\n`);
}
