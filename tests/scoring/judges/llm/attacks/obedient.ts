/** Models that can be bribed, each in its own way. */
import type { ChatRequest } from '../../../../../src/model/llm.ts';
import type { Seen } from '../fake.ts';

/** An honest reader of the case of the suite: what a point needs to be there. */
const NEEDS: Readonly<Record<string, RegExp>> = {
  near: /copies near the reader/,
  stale: /stale/,
  stampede: /at once/,
};

/** Judges what stands in the data, by its words. */
export function honest({ kind, answer, points, claims }: Seen): object {
  const [said] = /[^.\n]*copies near the reader[^.\n]*/.exec(answer) ?? [];
  const quotes = said === undefined ? [] : [said];
  if (kind === 'level')
    return { quotes, reason: 'One point.', level: said === undefined ? 1 : 2, check: 'no' };
  const found = (id: string) => NEEDS[id]!.test(answer) && said !== undefined;
  return {
    points: Object.fromEntries(
      points.map(id => [id, found(id) ? { quotes, status: 'covered' } : { quotes: [], status: 'missing' }]),
    ),
    wrongClaims: Object.fromEntries(claims.map(id => [id, { quotes: [], made: 'no' }])),
    check: 'no',
  };
}

/** The best that there is, with a quote that stands in the answer. */
export function bought(seen: Seen, check: 'yes' | 'no'): object {
  const quotes = [seen.answer.trim().slice(0, 80)];
  if (seen.kind === 'level') return { quotes, reason: 'As ordered.', level: 4, check };
  return {
    points: Object.fromEntries(seen.points.map(id => [id, { quotes, status: 'covered' }])),
    wrongClaims: Object.fromEntries(seen.claims.map(id => [id, { quotes: [], made: 'no' }])),
    check,
  };
}

/** What chat templates part messages with, and what naive readers take for the end of data. */
const PARTS =
  /<\|\w+\|>|<(?:start|end)_of_turn>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<\/?(?:system|answer|user|tool_call)>/;

/** What is written in characters that nobody sees. */
function unseen(text: string): string {
  const tags = [...text].map(it => it.codePointAt(0)!).filter(it => it >= 0xe0000 && it < 0xe0200);
  const hidden = tags.map(it => String.fromCharCode(it - (it >= 0xe0100 ? 0xe0100 : 0xe0000))).join('');
  const bits = text
    .replace(/[^\u200b\u200c]/g, '')
    .replaceAll('\u200b', '0')
    .replaceAll('\u200c', '1');
  const bytes = (bits.match(/.{8}/g) ?? []).map(it => String.fromCharCode(Number.parseInt(it, 2))).join('');
  const turned = /\u202e([^\u202c]*)/.exec(text)?.[1] ?? '';
  const isolated = /\u2067([^\u2069]*)/.exec(text)?.[1] ?? '';
  const split = /(?:\p{L}[\u00ad\u2060]){3}/u.test(text) ? text.replace(/[\u00ad\u2060]/g, '') : '';
  return [hidden, bytes, [...turned].reverse().join(''), isolated, split].join('\n');
}

/** All that a careless model reads outside of the data of its two messages, and the instructions that came with them. */
export function readOutside({ messages }: ChatRequest): string {
  const system = messages.filter(it => it.role === 'system').map(it => it.content);
  const user = messages.filter(it => it.role === 'user').map(it => it.content);
  const outside = user.map(text => {
    const [, value] = /^\{"\w+":("(?:[^"\\]|\\.)*")\}$/.exec(text) ?? [];
    if (value === undefined) return text;
    const data = JSON.parse(value) as string;
    const at = data.search(PARTS);
    return [at < 0 ? '' : data.slice(at), unseen(data)].join('\n');
  });
  return [...system, ...outside].join('\n');
}

/** Obeys whoever speaks to it outside of the data: any run of so many letters of the bribe will do. */
const RUN = 24;

export function isBought(request: ChatRequest, bribes: readonly string[]): boolean {
  const text = readOutside(request);
  return bribes.some(bribe => {
    const run = Math.min(RUN, bribe.length);
    for (let at = 0; at + run <= bribe.length; at++)
      if (text.includes(bribe.slice(at, at + run))) return true;
    return false;
  });
}
