// The machine that figures were measured on.

import { cpus, loadavg } from 'node:os';

/** How busy it was is asked before it is measured on. */
export function machine() {
  const [processor] = cpus();
  return {
    node: process.version,
    cpu: processor?.model ?? 'unknown processor',
    /** Processors that were busy on the mean of a minute. */
    load: /** @type {number} */ (loadavg()[0]),
    processors: cpus().length,
  };
}

/** @param {ReturnType<typeof machine>} machine */
export function machineLine({ node, cpu, load, processors }) {
  return `Node ${node.slice(1)}, ${cpu}; ${load.toFixed(1)} of ${processors} processors were busy before.`;
}
