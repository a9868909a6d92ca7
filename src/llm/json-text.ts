/** The JSON object in what a model wrote: alone, in a fence, or with words around it. */

/** What models that think aloud write first. */
const THOUGHTS = /^\s*<think>[\s\S]*?<\/think>/i;

/**
 * The one object in a text. Undefined when there is none, when there are several and nothing tells which is meant, when
 * it is nested too deep, or when an object says a thing twice: which of two levels is meant, nobody knows.
 *
 * @param data JSON that the model read: an object that stands in one of its strings, letter for letter, is not the
 * model's own.
 */
export function objectIn(text: string, data = ''): object | undefined {
  const said = text.replace(THOUGHTS, '');
  const object = said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
  const isOwn = !data.includes(JSON.stringify(object).slice(1, -1));
  return isOwn ? objectOf(object) : undefined;
}

function objectOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isObject && isPlain(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A string, and whether it is a key; or a brace or bracket. What else there is in JSON does not matter here. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;

/** Deeper than any schema asks for; whoever walks through it would run out of stack. */
const DEEPEST = 64;

/** Whether no object in a text that is JSON has the same key twice, and nothing is nested too deep. */
function isPlain(json: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(TOKEN)) {
    if (open.length > DEEPEST) return false;
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string;
      if (open.at(-1)!.has(key)) return false;
      open.at(-1)!.add(key);
    }
  }
  return true;
}
