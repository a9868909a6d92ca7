// Given to Node with --import, in worker threads too: writes each attempt to reach another machine to the file that
// MOCKLOOP_CONNECTS names.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const file = process.env.MOCKLOOP_CONNECTS ?? '';

/** @param {any} owner @param {string} name */
function noted(owner, name) {
  const before = owner[name];
  owner[name] = function (/** @type {unknown[]} */ ...args) {
    appendFileSync(file, `${name} ${JSON.stringify(args[0])}\n`);
    return Reflect.apply(before, this, args);
  };
}

noted(net.Socket.prototype, 'connect');
noted(dgram.Socket.prototype, 'send');
noted(dns, 'lookup');
noted(dns.promises, 'lookup');
