/**
 * Pages of 40 layouts, in both languages, of which every sentence is known: how much of the story is read, and how much
 * that is not the story. `npx tsx test/campaigns/page-layouts.ts [STORIES]` prints the table and each miss; STORIES for
 * each layout and language is 5 unless given, which makes 400 pages.
 */
import { measurePage, namePages } from './page-layouts/measure.ts'
import { note, printTable, row } from './table.ts'

const results = namePages(Number(process.argv[2] ?? 5)).map(measurePage)
const sum = (of: (result: (typeof results)[number]) => number) =>
  results.reduce((total, result) => total + of(result), 0)
for (const { page, lost, foreign } of results) {
  for (const sentence of lost) note(`lost in ${page}: ${sentence}`)
  for (const sentence of foreign) note(`foreign in ${page}: ${sentence}`)
}
const kept = 1 - sum(({ lost }) => lost.length) / sum(({ sentences }) => sentences)
const foreign = sum((result) => result.foreign.length) / sum(({ read }) => read)
process.exit(
  printTable([
    row('pages', results.length, results.length >= 300 || process.argv[2] !== undefined),
    row('layouts', new Set(results.map(({ page }) => page.split(' ')[0])).size),
    row(
      'sentences of the stories',
      sum(({ sentences }) => sentences),
    ),
    row('… of them read', kept.toFixed(4), kept >= 0.98),
    row('sentences read that are not the story’s', foreign.toFixed(4), foreign <= 0.01),
    row('pages with a miss', results.filter(({ lost, foreign: others }) => lost.length + others.length > 0).length),
  ]),
)
