/** The copy of an answer that a model reads: nothing unseen, nothing that it could take for the end of the data. */

/** A text for the model, and where each of its UTF-16 units stands in the answer. */
export interface Copy {
  text: string;
  /** Offsets into the answer, one for each unit of `text`. */
  places: Int32Array;
}

/**
 * Characters that nobody sees and a model reads: soft hyphens, zero-width ones, marks and overrides of direction,
 * variation selectors, fillers, and control characters without line break and tab. Beyond them, on plane 14, tag
 * characters and more selectors, all of whose pairs begin with U+DB40.
 */
const UNSEEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|[\ufe00-\ufe0f]|\udb40[\udc00-\udfff]/g;

/**
 * What chat templates of open models part their messages with; some servers read them in the middle of a text too. Code
 * in angle brackets (`Map<string>`, `<-ch`) is none of it.
 */
const DELIMITERS =
  /<\|[^<>|]{1,40}\|>|<｜[^<>｜]{1,40}｜>|<\/?\s*(?:s|bos|eos|pad|unk|think|system|user|assistant|human|model|instructions?|prompt|answer|data|im_start|im_end|start_of_turn|end_of_turn|tool_call|function_call)\s*>|<<\/?SYS>>|\[\/?(?:INST|SYSTEM|AVAILABLE_TOOLS|TOOL_CALLS)\]|<\|/gi;

const HARMLESS: Readonly<Record<string, string>> = {
  '<': '‹',
  '>': '›',
  '[': '(',
  ']': ')',
  '|': '¦',
  '｜': '¦',
};

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Takes out what is unseen and breaks what parts messages; every other character stays as it is. Halves of pairs, which
 * no server can read, become U+FFFD. Any string will do.
 */
export function copyOf(answer: string): Copy {
  const kept: string[] = [];
  const places = new Int32Array(answer.length);
  let length = 0;
  const keep = (from: number, to: number) => {
    kept.push(answer.slice(from, to));
    for (let at = from; at < to; at++) places[length++] = at;
  };
  let from = 0;
  for (const { 0: unseen, index } of answer.matchAll(UNSEEN)) {
    keep(from, index);
    from = index + unseen.length;
  }
  keep(from, answer.length);
  // Unit for unit from here on, so that the places hold. Only once the unseen is gone: it may stand within a delimiter.
  const text = kept
    .join('')
    .replace(LONE, '\ufffd')
    .replace(DELIMITERS, it => it.replace(/[<>[\]|｜]/g, mark => HARMLESS[mark]!));
  return { text, places: places.subarray(0, length) };
}
