import { expect, it } from 'vitest';
import { datesIn } from './read-dates.ts';

const a = 'a'.repeat(40);
const b = 'b'.repeat(40);
const none = '0'.repeat(40);

it('reads the days of the lines, of which git tells each commit only once', () => {
  const porcelain = [
    `${a} 3 3 1`,
    'author Somebody',
    'author-time 1577923200',
    'author-tz +0000',
    'summary author-time 5',
    'filename x.ts',
    '\tauthor-time 7',
    `${none} 5 5 1`,
    'author-time 1700000000',
    '\tnew',
    `${a} 4 9 1`,
    `\t${b} 1 1`,
    `${b} 1 12 1`,
    'author-time 1614816000',
    '\tx',
  ].join('\n');
  expect([...datesIn(porcelain)]).toEqual([
    [3, '2020-01-02'],
    [9, '2020-01-02'],
    [12, '2021-03-04'],
  ]);
});

it('knows nothing where there is nothing', () => {
  expect(datesIn('').size).toBe(0);
});
