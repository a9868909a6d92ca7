/** Where a real run happens: the command, folders that vanish with the test, and an environment of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENT, temporaryFolder } from '../cli/world.ts';

/** The command as it is installed; the build must have been run. */
export const BIN = fileURLToPath(new URL('../../bin/mockloop.js', import.meta.url));

/** How long a wait may take before it is a failure; many times what it takes on an idle machine. */
export const DEADLINE = 15_000;

export interface Place {
  folder: string;
  data: string;
  env: Record<string, string>;
  /** Names of the sessions kept, the oldest first. */
  sessions(): string[];
  /** A file of the only session there is. */
  kept(name: string): string;
  /** The events of its journal. */
  journal(): Record<string, unknown>[];
  /** The number of the process that holds it, as its lock tells. */
  holder(): number;
}

/** Nothing of the tester's own settings (CI, NO_COLOR, EDITOR) comes along. */
export function place(more: Record<string, string> = {}): Place {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const sessions = () => readdirSync(join(data, 'sessions')).sort();
  const kept = (name: string) => readFileSync(join(data, 'sessions', sessions()[0]!, name), 'utf8');
  return {
    folder,
    data,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      MOCKLOOP_DATA: data,
      MOCKLOOP_CONTENT: CONTENT,
      ...more,
    },
    sessions,
    kept,
    journal: () =>
      kept('journal.jsonl')
        .trimEnd()
        .split('\n')
        .map(it => JSON.parse(it)),
    holder: () => Number.parseInt(kept('lock'), 10),
  };
}

/** Waits for what no screen shows, such as a file. */
export async function eventually(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + DEADLINE;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited for ${what}, but the time was up.`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
