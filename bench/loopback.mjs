// A server of chat completions on 127.0.0.1, in a thread of its own, that takes its time: what a bench asks instead of a model.

import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** @type {{ latency: number }} milliseconds from a request to its reply */
const { latency } = workerData;

const REPLY = JSON.stringify({
  object: 'chat.completion',
  model: 'loopback',
  choices: [{ index: 0, message: { role: 'assistant', content: '{"level":3}' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 500, completion_tokens: 5 },
});

const server = createServer((request, response) => {
  request.resume();
  setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(REPLY), latency);
});
server.listen(0, '127.0.0.1', () =>
  parentPort?.postMessage(/** @type {import('node:net').AddressInfo} */ (server.address()).port),
);
