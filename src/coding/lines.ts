/** Text that comes in pieces, as lines; and the beginning and end of a text that may be without end. */

/** A longer line is taken in pieces: a program may print for ever without a line end. */
const LONGEST = 8 * 1024;

/** Calls `take` with each line, without its end. @returns what takes the pieces, and what takes the rest at the end. */
export function linesInto(take: (line: string) => void): { add(piece: string): void; end(): void } {
  let rest = '';
  return {
    add(piece) {
      const lines = (rest + piece).split(/\r?\n/);
      rest = lines.pop()!;
      for (const line of lines) take(line);
      for (; rest.length > LONGEST; rest = rest.slice(LONGEST)) take(rest.slice(0, LONGEST));
    },
    end() {
      if (rest !== '') take(rest);
      rest = '';
    },
  };
}

/** Characters kept of the beginning and of the end. */
const HEAD = 6_000;
const TAIL = 10_000;

/** Keeps the beginning and the end of lines that may go on for ever. */
export function excerpt(): { add(line: string): void; text(): string } {
  let head = '';
  let tail = '';
  let left = 0;
  return {
    add(line) {
      if (left === 0 && tail === '' && head.length + line.length < HEAD) {
        head += `${line}\n`;
        return;
      }
      tail += `${line}\n`;
      if (tail.length > 2 * TAIL) {
        left += tail.length - TAIL;
        tail = tail.slice(-TAIL);
      }
    },
    text() {
      const cut = Math.max(0, tail.length - TAIL);
      const all = left + cut;
      return all === 0 ? head + tail : `${head}… ${all} characters left out …\n${tail.slice(cut)}`;
    },
  };
}
