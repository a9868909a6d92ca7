/** What came of it: every task in an order that works, or the tasks of one cycle. */
export type Plan = { order: string[] } | { cycle: string[] };

/**
 * Puts the tasks of a build in order.
 *
 * @param needs for each task the tasks that must be done before it. A task that is only named there is one, too, and
 *   needs nothing. The same one may be named twice.
 * @returns every task once, each after all that it needs. If there is no such order, a cycle: each task needs the
 *   next one, none comes twice, but for the first, which is also the last. Tasks that merely depend on a cycle are
 *   no part of it.
 *
 * Takes time and memory in proportion to the tasks and their needs, also for a chain of a hundred thousand.
 */
export function buildOrder(needs: ReadonlyMap<string, readonly string[]>): Plan {
  return { order: [] };
}
