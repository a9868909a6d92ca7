/** A question with points, and a good answer to another one of the field. */
const point = (id: string, ...text: string[]) => ({ id, text, weight: 1, cues: [] });

export const SCHEDULER = {
  prompt: 'How does the Go scheduler run many goroutines on a few operating system threads?',
  points: [
    point(
      'queue',
      'Each P keeps its runnable goroutines in a local queue and takes the next one without a lock.',
    ),
    point('steal', 'A P whose queue runs empty steals half of the goroutines that wait at another P.'),
    point(
      'call',
      'A blocking system call parks the thread, and its P is handed to another thread, so that others run.',
    ),
    point('preempt', 'A monitor preempts goroutines that run for longer than ten milliseconds, by a signal.'),
    point(
      'poller',
      'Goroutines that wait for the network are parked and woken by the poller, without a thread each.',
    ),
  ],
};

export const CHANNEL = `A channel is a struct on the heap with a lock, a ring buffer and two lists of those who wait. A send takes the
  lock and looks for a waiting receiver first; if there is one, the value is copied straight to its stack. Otherwise it goes
  into the buffer, and when that is full the sender waits in its list. Closing wakes everybody up: receivers get the zero
  value, and a sender panics. So only the side that sends should ever close it.`;
