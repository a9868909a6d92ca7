import { describe, expect, test } from 'vitest';
import { heldBy, judged, told } from './debriefs.ts';

describe('a candidate', () => {
  test.each([
    ['strong', 'L5', 'hire'],
    ['mixed', 'L5', 'no-hire'],
    ['level-below', 'L5', 'hire-one-level-lower'],
    ['level-below', 'L4', 'hire'],
    ['weak', 'L5', 'no-hire'],
    ['weak', 'L4', 'no-hire'],
  ])('who is %s, for %s: %s', async (name, level, verdict) => {
    const debrief = judged(await heldBy(name, level));
    await expect(told(debrief)).toMatchFileSnapshot(`debriefs/${name}-${level}.txt`);
    expect(debrief.outcome?.verdict).toBe(verdict);
  });
});
