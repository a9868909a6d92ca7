import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heap } from '../../src/batch/heap.ts';

test('gives its items in order, whenever they were added', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer(), { freq: 3 })), steps => {
      const numbers = heap<number>((a, b) => a - b);
      const model: number[] = [];
      for (const step of steps) {
        if (step === null) expect(numbers.take()).toBe(model.shift());
        else {
          numbers.add(step);
          model.push(step);
          model.sort((a, b) => a - b);
        }
        expect([...numbers.items].sort((a, b) => a - b)).toEqual(model);
      }
    }),
  );
});
