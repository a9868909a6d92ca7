// npm run bench:llm: how near the client of language models comes to the rate that a slow server and its limit allow.

import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { builtPath } from './built.mjs';
import { figureOf, rounded, run } from './command.mjs';
import { machine, machineLine } from './machine.mjs';
import { median } from './statistics.mjs';

const USAGE = `npm run bench:llm -- [--calls N] [--concurrency N] [--latency MS] [--rounds N] [--json]

--calls N        requests, default 1280
--concurrency N  under way at once, default 64
--latency MS     that the server takes over each, default 200
--rounds N       of which the median is taken, default 3
--json           the same figures for programs
`;

/** The words of a question with an answer of 165 words and its rubric. */
const PROMPT = 'The answer says what was done, by whom and with what result. '.repeat(60);

/** @param {string} url @param {number} concurrency */
async function clientOf(url, concurrency) {
  /** @type {typeof import('../src/llm/client.ts')} */
  const { chatClient } = await import(builtPath('llm/client.js'));
  /** @type {typeof import('../src/llm/config.ts')} */
  const { llmConfig } = await import(builtPath('llm/config.js'));
  const config = llmConfig({ OPENAI_BASE_URL: url, MOCKLOOP_MODEL: 'loopback' });
  const clock = {
    now: Date.now,
    setTimeout,
    clearTimeout: (/** @type {any} */ timer) => clearTimeout(timer),
  };
  return chatClient({ config, clock, random: Math.random, concurrency });
}

/** Milliseconds for so many calls, with all that a run needs, the loading of the package left out. */
async function timed(
  /** @type {string} */ url,
  /** @type {number} */ calls,
  /** @type {number} */ concurrency,
) {
  const client = await clientOf(url, concurrency);
  const ask = (/** @type {number} */ seed) =>
    client.chat({
      messages: [{ role: 'user', content: PROMPT }],
      schema: { name: 'level', schema: { type: 'object' } },
      maxTokens: 100,
      temperature: 0,
      seed,
    });
  await (await clientOf(url, 1)).chat({
    messages: [],
    schema: { name: 'level', schema: {} },
    maxTokens: 1,
    temperature: 0,
  });
  const began = performance.now();
  await Promise.all(Array.from({ length: calls }, (_, seed) => ask(seed)));
  return performance.now() - began;
}

await run(async argv => {
  const { values } = parseArgs({
    args: argv,
    options: {
      calls: { type: 'string', default: '1280' },
      concurrency: { type: 'string', default: '64' },
      latency: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return USAGE;
  const whole = (/** @type {number} */ it) => Number.isInteger(it) && it >= 1;
  const count = (/** @type {'calls' | 'concurrency' | 'latency' | 'rounds'} */ name) =>
    figureOf(`--${name}`, values[name], whole, 'a whole number from 1');
  const [calls, concurrency, latency] = [count('calls'), count('concurrency'), count('latency')];
  const before = machine();
  const server = new Worker(new URL('loopback.mjs', import.meta.url), { workerData: { latency } });
  const [port] = await once(server, 'message');
  const times = [];
  for (let round = 0; round < count('rounds'); round++)
    times.push(await timed(`http://127.0.0.1:${port}/v1`, calls, concurrency));
  await server.terminate();
  const ideal = Math.ceil(calls / concurrency) * latency;
  const ms = median(times);
  const figures = { calls, concurrency, latency, ideal, ms, share: ideal / ms, machine: before };
  if (values.json) return `${JSON.stringify(figures, rounded, 2)}\n`;
  return `${calls} calls, ${concurrency} at once, of a server that takes ${latency} ms:
${Math.round(ms)} ms, of which ${ideal} ms are the least that is possible: ${Math.round(100 * figures.share)} % of the ideal rate.
${machineLine(before)}
`;
});
