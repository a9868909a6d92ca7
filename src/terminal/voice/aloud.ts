import type { Candidate } from '../../interview/candidate.ts';
import { spoken } from '../interviewer.ts';
import type { Voice } from './processes.ts';

/**
 * The same candidate, who also hears each question. What is read stops when the answer is handed in; what keeps it from
 * being read is told once, after an answer, when the screen is free for it.
 */
export function aloud(candidate: Candidate, voice: Voice, tell: (what: string) => void): Candidate {
  let told = false;
  return {
    ...candidate,
    async answer(ask, room) {
      voice.say(spoken(ask, room).join(' '));
      try {
        return await candidate.answer(ask, room);
      } finally {
        voice.stop();
        const problem = voice.problem();
        if (problem !== undefined && !told) tell(`The question was not read aloud: ${problem}`);
        told ||= problem !== undefined;
      }
    },
  };
}
