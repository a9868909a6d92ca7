/** Many answers in files and pipes, and the result lines that they must come to. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pipe } from './pipe.ts';
import { BIN, type Place } from './place.ts';

const ANSWERS = [
  'Readers may see stale data until the entry expires.',
  'It takes memory, so old entries are evicted.',
  'I do not know this.',
  'A canary gets the release first. 😀 If the error rate rises, it is taken back.',
];

/** Answers to the questions of the fixture `small`, each its own; an empty one in every fifty. */
export function answers(count: number, first = 0): string {
  return Array.from({ length: count }, (_, at) => first + at)
    .map(number => ({
      id: `r${number}`,
      question: number % 3 === 0 ? 'small/deploy' : 'small/cache',
      answer: number % 50 === 49 ? '' : `${ANSWERS[number % 4]} We did so ${number} times in my team.`,
    }))
    .map(row => `${JSON.stringify(row)}\n`)
    .join('');
}

/** The same rows in files, so that a run has as many parts at least. @returns their names. */
export function answerFiles(at: Place, files: number, rows: number): string[] {
  return Array.from({ length: files }, (_, number) => {
    const name = `answers-${number}.jsonl`;
    writeFileSync(join(at.folder, name), answers(rows, number * rows));
    return name;
  });
}

/** `mockloop evaluate`, nothing but results and errors told. */
export const evaluate = (at: Place, ...argv: string[]): Pipe =>
  new Pipe(process.execPath, [BIN, 'evaluate', '--quiet', ...argv], at);

/** A line of the shell, in which "$@" is `mockloop evaluate` with these arguments. */
export const inShell = (at: Place, script: string, ...argv: string[]): Pipe =>
  new Pipe('/bin/sh', ['-c', script, 'sh', process.execPath, BIN, 'evaluate', ...argv], at);

/** What a run of its own writes, as bytes. */
export function started(at: Place, ...argv: string[]) {
  return spawn(process.execPath, [BIN, 'evaluate', '--quiet', ...argv], { cwd: at.folder, env: at.env });
}
