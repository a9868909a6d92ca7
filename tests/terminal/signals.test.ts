import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { hear } from '../../src/terminal/signals.ts';

describe('a window that is closed', () => {
  test.each(['end', 'error'])(
    'tells it by the %s of its input: the signal that follows ends nothing',
    event => {
      const input = new EventEmitter();
      const signals = new EventEmitter();
      const ended: number[] = [];
      const hearNothing = hear(
        { input, signals },
        () => {},
        signal => {
          ended.push(signal);
          hearNothing();
        },
      );
      input.emit(event, new Error('EIO'));
      // Without a listener the signal would kill the process while it tidies up.
      expect(signals.listenerCount('SIGHUP')).toBe(1);
      signals.emit('SIGHUP');
      expect(ended).toEqual([1]);
    },
  );
});
