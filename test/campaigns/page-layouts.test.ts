import { expect, it } from 'vitest'
import { measurePage, namePages } from './page-layouts/measure.ts'

const share = (part: number, whole: number) => part / Math.max(1, whole)

it('40 pages of 40 layouts are read with what is theirs and no more (the short form of test/campaigns/page-layouts.ts)', () => {
  const all = namePages(1)
  // Each layout once, the languages by turns.
  const pages = all.filter((_, index) => index % 4 === 0 || index % 4 === 3)
  const results = pages.map(measurePage)
  const misses = results.flatMap(({ page, lost, foreign }) =>
    [...lost, ...foreign].map((sentence) => `${page}: ${sentence}`),
  )
  const count = (of: (result: (typeof results)[number]) => number) =>
    results.reduce((sum, result) => sum + of(result), 0)
  expect(pages).toHaveLength(40)
  expect(
    share(
      count(({ lost }) => lost.length),
      count(({ sentences }) => sentences),
    ),
    misses.join('\n'),
  ).toBeLessThanOrEqual(0.02)
  expect(
    share(
      count(({ foreign }) => foreign.length),
      count(({ read }) => read),
    ),
    misses.join('\n'),
  ).toBeLessThanOrEqual(0.01)
}, 60_000)
