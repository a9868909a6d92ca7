/** What only spares work must not fail what it spares it for: the result, or undefined where it cannot be had. */
export function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
