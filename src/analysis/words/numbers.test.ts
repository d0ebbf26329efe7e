import { expect, test } from 'vitest';
import { coefficient, coefficientRange, days, fixed, ofHundred, percent, percentRange, probability, signed } from './numbers.ts';

test('numbers as sentences write them', () => {
  expect([percent(0.404), percentRange([0.252, 0.577]), ofHundred([0.252, 0.577]), ofHundred([0.501, 0.503])]).toEqual(['40\u00a0%', '25–58\u00a0%', 'between 25 and 58 of 100', 'about 50 of 100']);
  expect([coefficient(-0.2), coefficientRange([-0.1, 0.894]), coefficientRange([-73.5, 0.4]), probability(0.0004), probability(0.0414)]).toEqual(['−0.20', '−0.10 to 0.89', 'below −1 to 0.40', 'below 0.001', '0.041']);
  expect([days(1), days(5.5), days(2.04), days(0.96)]).toEqual(['1\u00a0day', '5.5\u00a0days', '2\u00a0days', '1\u00a0day']);
  expect([signed(0.25, 2), signed(-0.22, 2), signed(0.001, 2), signed(-0.001, 2), fixed(-0.04, 1)]).toEqual(['+0.25', '−0.22', '0.00', '0.00', '0.0']);
});
