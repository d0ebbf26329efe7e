import { expect, it } from 'vitest';
import { COLOURS, pseudonymParts } from './colours.ts';

it('draws a pseudonym in its colour and reads it as two words', () => {
  expect(pseudonymParts('teal-otter-7f')).toEqual({ colour: COLOURS['teal'], words: 'Teal Otter' });
});

it('gives a colour it does not know a neutral square', () => {
  expect(pseudonymParts('mauve-otter-7f').colour).toBe('#83888d');
});

it('has no two colours alike', () => {
  expect(new Set(Object.values(COLOURS)).size).toBe(Object.keys(COLOURS).length);
});
