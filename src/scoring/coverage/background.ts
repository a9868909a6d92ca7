/**
 * How anybody talks about software and work, whatever the question. What such talk has in common with a point proves
 * nothing of it; our own words.
 */
export const BACKGROUND = `
The client sends a request to the server, and the service answers after it has read the data it needs from a store. When
there is more work than it can take, the rest has to wait in a queue, so every call takes longer and some of them fail.
A new value is first written to one place and then copied to the others, which keeps the state safe if a machine goes down.
Each thread runs its own code and holds its own memory, and when two of them change the same object at the same time the
order of the steps is not clear, so one keeps a lock until it is done. The system checks whether the result is still valid;
otherwise it starts again from the last good point, or returns an error to the caller. Small parts are cheap to build and
to test, but they need more connections, and a slow one can block all that depend on it. In production we set a limit and a
timeout, look at the numbers, find the cause and fix it in the next release, because users notice a long delay at once.
It depends on the size of the data, the load and the cost: a simple design with one list or one table works for most cases,
and only a large number of keys or messages makes another level, a cache or a second copy worth its price.
`;
