/** What in an answer is the candidate's own, where they were given something to begin with. */

/**
 * The answer with every line that was given turned into spaces, so that all places in it stay. A line counts as given
 * as often as it was, however it is indented now.
 */
export function ownText(answer: string, given = ''): string {
  const left = new Map<string, number>();
  for (const line of given.split(/\r\n|\r|\n/)) {
    const bare = line.trim();
    if (bare !== '') left.set(bare, (left.get(bare) ?? 0) + 1);
  }
  if (left.size === 0) return answer;
  return answer.replace(/[^\r\n]+/g, line => {
    const bare = line.trim();
    const count = left.get(bare) ?? 0;
    if (count === 0) return line;
    left.set(bare, count - 1);
    return ' '.repeat(line.length);
  });
}
