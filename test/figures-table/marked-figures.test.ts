/** Speaker and period of marked figures over invented news, read through the code that fills the table. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createSourceReader } from '../../src/figures-table/read-source.ts'
import { createReader } from '../../src/figures-table/source/reader.ts'
import { entitiesOf } from '../../src/figures-table/topic/entities-of.ts'
import { makeArticle } from '../../src/reading/article.ts'
import { articleOf } from '../../src/reading/article-of.ts'
import { readUnits } from '../../src/reading/quotable.ts'
import { splitPassages } from '../../src/reading/split.ts'
import type { Language } from '../../src/types.ts'

/** Value as written, speaker and period; null where the right answer is that nothing says it. */
const markedArticle = z.object({
  text: z.string(),
  figures: z.array(z.tuple([z.string(), z.string().nullable(), z.string().nullable()])),
})

/** `unread`: no such figure is found in the text; neither right nor unknown. */
type Verdict = 'right' | 'unknown' | 'wrong' | 'unread'
type Judged = { readonly value: string; readonly speaker: Verdict; readonly period: Verdict; readonly shown: string }

/** So many characters may go with what is marked: "the director, ", "first quarter of " are no part of a wrong one. */
const mostBeside = { speaker: 40, period: 10 }

function judge(shown: string | undefined, marked: string | null, most: number): Verdict {
  if (shown === undefined) return marked === null ? 'right' : 'unknown'
  if (marked === null) return 'wrong'
  const at = shown.toLowerCase().indexOf(marked.toLowerCase())
  // ", who runs the rescue station" behind a name is still that one.
  const beside = /^, (?:who|qui)\s/u.test(shown.slice(at + marked.length)) ? at : shown.length - marked.length
  return at !== -1 && beside <= most ? 'right' : 'wrong'
}

function judgeArticle(line: string, at: number, language: Language): readonly Judged[] {
  const { text, figures } = markedArticle.parse(JSON.parse(line))
  const id = `marked-${language}-${at}`
  const article = makeArticle({ id, language, path: `test/${id}.txt`, text, sha256: id })
  const units = splitPassages(article).flatMap(readUnits)
  const texts = new Map(units.map((unit) => [articleOf(unit), article.text]))
  const read = createSourceReader(units, new Map([[id, article]]), createReader(units, texts))
  const found = units.flatMap((unit) => entitiesOf(unit).numbers.map((number) => ({ unit, number })))
  return figures.map(([value, speaker, period]) => {
    const figure = found.find(({ unit, number }) =>
      sameSpaces(unit.text.slice(number.start)).startsWith(sameSpaces(value)),
    )
    if (figure === undefined)
      return { value: `${id} ${value}`, speaker: 'unread', period: 'unread', shown: 'no such figure is read' }
    const { source } = read({ ...figure, row: units.indexOf(figure.unit), fit: 1, countsAsked: true })
    return {
      value: `${id} ${value}`,
      speaker: judge(source.speaker?.text, speaker, mostBeside.speaker),
      period: judge(source.period?.text, period, mostBeside.period),
      shown: `${source.speaker?.text ?? '-'} [${speaker ?? '-'}] | ${source.period?.text ?? '-'} [${period ?? '-'}]`,
    }
  })
}

function sameSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/gu, ' ')
}

const articles = (['en', 'fr'] as const).flatMap((language) =>
  readFileSync(new URL(`marked/${language}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, at) => ({ isKept: at % 3 === 2, judged: () => judgeArticle(line, at, language) })),
)

/** Share right, and of those not right the share that is unknown rather than another's. */
function measure(judged: readonly Judged[], of: 'speaker' | 'period') {
  const count = (verdict: Verdict) => judged.filter((figure) => figure[of] === verdict).length
  const missed = judged.length - count('right')
  return { right: count('right') / judged.length, unknown: missed === 0 ? 1 : count('unknown') / missed }
}

/** Floors: three points below what is measured. Every third article is kept for the report: no rule is written after reading what it shows. */
describe.each([
  { part: 'worked on', isKept: false, floors: { speaker: 0.926, period: 0.926 } },
  { part: 'kept', isKept: true, floors: { speaker: 0.903, period: 0.922 } },
])('the marked figures that are $part', ({ part, isKept, floors }) => {
  const judged = articles.filter((article) => article.isKept === isKept).flatMap((article) => article.judged())
  it.each(['speaker', 'period'] as const)('have the right %s', (of) => {
    const { right, unknown } = measure(judged, of)
    process.stdout.write(
      `figures ${part} (${judged.length}): ${of} right ${right.toFixed(3)}, missed but unknown ${unknown.toFixed(3)}\n`,
    )
    if (process.env['SOURCIER_TEST_MARKED'] === part)
      for (const figure of judged.filter((figure) => figure[of] !== 'right'))
        process.stdout.write(`${of} ${figure[of]}: ${figure.value}: ${figure.shown}\n`)
    expect(right).toBeGreaterThanOrEqual(floors[of])
  })
})
