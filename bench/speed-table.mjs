// The figures of bench:speed as a person reads them.

import { columns } from './columns.mjs';
import { machineLine } from './machine.mjs';

/** Answers of the process whose memory is told beside that of a process that judged one. */
export const MANY = 1000;

/**
 * @typedef {import('./rates.mjs').Rate} Rate
 * @typedef {{ judge: Rate, recall: Rate, timesAsLong: number }} Rates
 *
 * @typedef {object} Speed
 * @property {number} loadMs from nothing to the first judgement, without the start of Node
 * @property {{ one: number, many: number }} memoryMB peak of a process that judged one answer, and MANY
 * @property {number} seconds of grading behind each rate
 * @property {Rates} sameQuestion
 * @property {Rates} newQuestion
 * @property {string} node
 * @property {string} cpu
 * @property {number} load processors that were busy before the run, on the mean of a minute; of `processors`
 * @property {number} processors
 */

/** @param {Speed} speed */
export function table({ loadMs, memoryMB, sameQuestion, newQuestion, ...machine }) {
  const rates = columns([
    ['answers a second, one thread', 'judge', 'rounds', 'stem recall', 'judge takes'],
    rateRow('same question', sameQuestion),
    rateRow('new question each time', newQuestion),
  ]);
  const others = columns([
    ['first judgement of a process, beyond the start of Node', `${loadMs} ms`],
    ['memory peak of a process that judged one answer', `${memoryMB.one} MB`],
    [`memory peak of a process that judged ${MANY} answers`, `${memoryMB.many} MB`],
  ]);
  return `${rates}\n${others}\n${machineLine(machine)}\n`;
}

/** @param {string} name @param {Rates} rates */
function rateRow(name, { judge, recall, timesAsLong }) {
  return [
    name,
    whole(judge.rate),
    `${whole(Math.min(...judge.rounds))} to ${whole(Math.max(...judge.rounds))}`,
    whole(recall.rate),
    `${timesAsLong.toFixed(1)} times as long`,
  ];
}

/** @param {number} value */
const whole = value => Math.round(value).toLocaleString('en');
