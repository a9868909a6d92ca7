import { locate } from '../coding/files.ts';
import type { Candidate } from '../interview/candidate.ts';
import { aloud } from '../terminal/voice/aloud.ts';
import { readersOf, systemVoice } from '../terminal/voice/processes.ts';
import { type Io, write } from './io.ts';

/** The candidate with the questions read aloud (--say); without, and told so, where nothing can read. */
export async function hearing(io: Io, candidate: Candidate): Promise<Candidate> {
  const readers = readersOf(io.platform);
  const voice = systemVoice(readers, name => locate(name, io.env.PATH ?? '') !== undefined);
  if (voice) return aloud(candidate, voice, what => void write(io.stderr, `${what}\n`));
  const names = readers.map(it => it.name).join(' or ');
  await write(io.stderr, `Nothing here reads aloud: --say needs ${names}. The interview goes on without.\n`);
  return candidate;
}
