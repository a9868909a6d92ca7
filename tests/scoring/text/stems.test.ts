import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '../../../src/scoring/text/hash.ts';
import { Stems } from '../../../src/scoring/text/stems.ts';

test('a stem is new once in each text, as a set has it, however many there are', () => {
  const stems = new Stems();
  const few = fc.array(fc.string({ maxLength: 2 }), { maxLength: 300 });
  const many = fc.array(fc.nat().map(String), { minLength: 1200, maxLength: 1400 });
  fc.assert(
    fc.property(fc.oneof(few, many), all => {
      const set = new Set<string>();
      stems.begin();
      for (const stem of all) {
        expect(stems.isNew({ stem, stemHash: hashOf(stem) })).toBe(!set.has(stem));
        set.add(stem);
      }
    }),
  );
});

test('stems that share a hash are two', () => {
  const stems = new Stems();
  const stemHash = hashOf('one');
  stems.begin();
  expect(['one', 'other', 'one', 'other'].map(stem => stems.isNew({ stem, stemHash }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
