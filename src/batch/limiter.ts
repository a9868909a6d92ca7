/** Lets so many in at once; the others wait for their turn, in the order in which they came. */
export type Limiter = <Result>(act: () => Promise<Result>) => Promise<Result>;

/** @param most at least 1. */
export function limiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async act => {
    if (inside < most) inside++;
    // Whoever leaves hands its place on.
    else await new Promise<void>(enter => waiting.push(enter));
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside--;
    }
  };
}
