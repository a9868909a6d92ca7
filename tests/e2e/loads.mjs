// Given to Node with --import: writes the address of each module, as it is loaded, and each piece of output to the file
// that MOCKLOOP_LOADS names.
import { appendFileSync } from 'node:fs';
import { register } from 'node:module';

const file = process.env.MOCKLOOP_LOADS ?? '';
const hooks = `
  import { appendFileSync } from 'node:fs';
  export async function load(url, context, next) {
    appendFileSync(${JSON.stringify(file)}, JSON.stringify({ load: url }) + '\\n');
    return next(url, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

for (const stream of [process.stdout, process.stderr]) {
  const { write } = stream;
  stream.write = (/** @type {any[]} */ ...args) => {
    appendFileSync(file, `${JSON.stringify({ write: String(args[0]) })}\n`);
    return Reflect.apply(write, stream, args);
  };
}
