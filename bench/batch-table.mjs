// The figures of bench:batch as a person reads them.

import { columns } from './columns.mjs';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {number} rows
 * @property {number | null} seconds median of whole processes; null where it is not installed
 * @property {number | null} ratio how many times as many answers a second as one worker: the median over the rounds; null
 *   where it is not installed
 *
 * @typedef {object} Batch
 * @property {readonly Contender[]} contenders
 * @property {{ nothing: number, help: number, answer: number }} starts the seconds of a Node that does nothing, and how many
 *   times as long it takes to show the help, and to judge one answer
 * @property {readonly { rows: number, jobs: number, megabytes: number }[]} memory
 * @property {readonly number[]} same the numbers of workers that wrote the same bytes
 * @property {string} machine
 */

/** @param {Batch} batch */
export function table({ contenders, starts, memory, same, machine }) {
  const rates = columns([
    ['whole processes', 'answers', 'seconds', 'answers/s', 'times one worker'],
    ...contenders.map(({ name, rows, seconds, ratio }) => {
      if (seconds === null || ratio === null) return [name, '', 'not installed'];
      return [name, whole(rows), seconds.toFixed(2), whole(rows / seconds), ratio.toFixed(2)];
    }),
  ]);
  const others = columns([
    ['node -e 0, a process that does nothing', `${(1000 * starts.nothing).toFixed(0)} ms`],
    ['the help shown, against node -e 0', `${starts.help.toFixed(1)} times`],
    ['one answer judged, against node -e 0', `${starts.answer.toFixed(1)} times`],
    ...memory.map(({ rows, jobs, megabytes }) => [
      `memory peak, ${whole(rows)} answers, ${jobs} ${jobs === 1 ? 'worker' : 'workers'}`,
      `${megabytes.toFixed(0)} MB`,
    ]),
    [`the same bytes with ${same.join(', ')} workers`, 'yes'],
  ]);
  return `${rates}\n${others}\n${machine}\n`;
}

/** @param {number} value */
const whole = value => Math.round(value).toLocaleString('en');
