/** Terms with prepositions and articles between them say nothing; short sentences and an order of one's own do. */
import { describe, expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const point = (id: string, text: string) => ({ id, text: [text], weight: 1, cues: [] });

const asked = {
  prompt: 'How does a steam engine turn heat into motion?',
  points: [
    point('boiler', 'Coal burns in the firebox, and its heat boils the water in the boiler to steam.'),
    point('piston', 'The steam expands in the cylinder and pushes the piston to and fro.'),
    point('wheel', 'A rod and a crank turn the strokes of the piston into the rotation of the wheel.'),
    point('exhaust', 'The used steam leaves through a valve, and its pressure is lost for the engine.'),
  ],
  answer: [],
};

const flagsOf = (answer: string) => readSubmission(submission(answer, asked)).flags.map(it => it.kind);

describe('terms are pasted together', () => {
  test.each([
    'The piston of the firebox with the crank in the boiler and the valve of the steam.',
    'The rotation of the coal with a cylinder in the pressure. The wheel of the valve and the heat of the water with a rod.',
    'Steam of the wheel in a firebox, and the stroke of the boiler to the exhaust with a piston for the coal.',
    'The pressure is the rod of the water with the wheel in the heat and the crank of the firebox by a valve of the coal.',
  ])('%s', answer => expect(flagsOf(answer)).toContain('keyword-list'));
});

describe('something is said', () => {
  test.each([
    'Steam from the boiler goes to the cylinder and pushes on the piston.',
    'The heat of the coal turns the water in the boiler to steam for the cylinder.',
    'The higher the pressure in the boiler the faster the wheel, and the hotter the firebox the higher the pressure.',
    'From firebox to boiler to cylinder: with the valve open, steam against the piston, and by the rod to the crank on the wheel.',
    'Coal burns. Its heat makes steam, which pushes a piston, whose rod turns the wheel by a crank.',
  ])('%s', answer => expect(flagsOf(answer)).not.toContain('keyword-list'));
});
