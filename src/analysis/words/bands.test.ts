import { expect, test } from 'vitest';
import { alphaWords, iccWords, kappaWords, RELIABLE, TENTATIVE } from './bands.ts';

test('one band has one word, two bands or more name the outer two', () => {
  expect(alphaWords([0.81, 0.95])).toBe('reliable');
  expect(alphaWords([0.7, 0.79])).toBe('tentative');
  expect(alphaWords([0.41, 0.7])).toBe('unreliable to tentative');
  expect(alphaWords([0.41, 0.9])).toBe('unreliable to reliable');
  expect(iccWords([0.019, 0.761])).toBe('poor to good');
  expect(iccWords([0.91, 0.99])).toBe('excellent');
  expect(kappaWords([0.39, 0.59])).toBe('fair to moderate');
  expect(kappaWords([-0.34, 1])).toBe('poor to almost perfect');
});

test('a band begins at its limit', () => {
  expect(alphaWords([TENTATIVE, RELIABLE])).toBe('tentative to reliable');
  expect(alphaWords([TENTATIVE - 0.001, RELIABLE - 0.001])).toBe('unreliable to tentative');
  expect([iccWords([0.5, 0.5]), iccWords([0.75, 0.75]), iccWords([0.9, 0.9])]).toEqual(['moderate', 'good', 'excellent']);
  expect([kappaWords([0, 0]), kappaWords([0.21, 0.21]), kappaWords([0.41, 0.41]), kappaWords([0.61, 0.61]), kappaWords([0.81, 0.81])]).toEqual(['slight', 'fair', 'moderate', 'substantial', 'almost perfect']);
  expect(kappaWords([0.1 + 0.1 + 0.01, 0.3])).toBe('fair');
});
