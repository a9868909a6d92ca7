/** What mockloop keeps in its data folder, by name: all of it is the user's. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sessionIds } from '../interview/journal.ts';
import { isThere } from '../store/folders.ts';

/** Plain files that only the user can write anew. */
export const OWN_FILES: readonly string[] = [
  'decisions.jsonl',
  'profile.yaml',
  'profile-draft.yaml',
  'llm/audit.jsonl',
];

/** Replies of models that were paid for. */
export const KEPT_REPLIES = 'llm/replies';

/** What was handed in to a Batch API and not yet told. */
const BATCHES = 'llm/batches';

/** What is there beside interviews: own files, replies, batches, notes that a server was told of, and what a killed process left. */
export function ownNames(data: string): string[] {
  const told = namesIn(join(data, 'llm')).filter(it => it.startsWith('told-'));
  const left = namesIn(data).filter(it => /^\..+\.mockloop-new$/.test(it));
  const names = [...OWN_FILES, KEPT_REPLIES, BATCHES, ...told.map(it => `llm/${it}`), ...left];
  return names.filter(it => isThere(join(data, it)));
}

export const namesIn = (folder: string): string[] => (isThere(folder) ? readdirSync(folder) : []);

/** As sessions are named. */
const DATED = /^\d{4}-\d\d-\d\d-\d{4}-/;

/** Whether a folder in `sessions` is one of ours: a wrong --data may lead to a folder of somebody else. */
const isOwnSession = (data: string, id: string): boolean =>
  DATED.test(id) || isThere(join(data, 'sessions', id, 'journal.jsonl'));

export const ownSessions = (data: string): string[] => sessionIds(data).filter(it => isOwnSession(data, it));
