import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pack, unpacked } from './packed.ts';

it('gives back what it was given', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean());
  fc.assert(fc.property(fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }))), (rows) => {
    expect(unpacked(JSON.parse(JSON.stringify(pack(rows))) as ReturnType<typeof pack>)).toEqual(JSON.parse(JSON.stringify(rows)));
  }));
});

it('takes more digits where a column has more values than there are signs', () => {
  const rows = Array.from({ length: 9000 }, (_, index) => [index, index % 2 === 0, 'same']);
  const packed = pack(rows);
  expect(packed.widths).toEqual([3, 1, 1]);
  expect(unpacked(packed)).toEqual(rows);
});

it('writes no sign that a page would have to escape', () => {
  expect(pack(Array.from({ length: 500 }, (_, index) => [index])).rows).not.toMatch(/[<&"\\]/);
});
