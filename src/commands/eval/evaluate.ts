/** How well questions with known answers are answered: judged one by one, then counted. */
import type { Answer, Language } from '../../types.ts'
import type { Expected, GoldenQuestion } from './golden.ts'

export type Judged = {
  readonly id: string | number
  readonly kind: string
  /** `fr → en`: language of the question, language of the article that answers; only the question's where none is named. */
  readonly pair: string
  readonly status: Answer['status']
  readonly answerable: boolean
  /** The article that answers is in another language than the question; undefined when no article is named. */
  readonly across: boolean | undefined
  readonly rightFirst: boolean
  readonly rightWithinFive: boolean
  readonly firstClaimQuotes: boolean
  /** Everything that is expected is cited somewhere in the answer. */
  readonly allCited: boolean
  /** Of what is expected, the share that is cited. */
  readonly shareCited: number
  readonly tookMs: number
}

export type ArticleLanguages = ReadonlyMap<string, Language>

/** @param absolute makes an article's path absolute. @param languages of the articles, by absolute path. */
export function judge(
  golden: GoldenQuestion,
  answer: Answer,
  absolute: (path: string) => string,
  languages: ArticleLanguages,
): Judged {
  const { expected } = golden
  const holds = (text: string, path: string): boolean => expected.some((one) => satisfies(one, text, absolute(path)))
  const passages = answer.evidence.map(({ passage, article }) => holds(passage.text, article.path))
  const quotes = answer.citations.map(({ quote, article }) => ({ text: quote, path: absolute(article.path) }))
  const cited = expected.map((one) => quotes.some(({ text, path }) => satisfies(one, text, path)))
  const first = answer.claims[0]?.citations ?? []
  const files = expected.flatMap(({ file }) => (file === undefined ? [] : [languages.get(file)]))
  return {
    id: golden.id,
    kind: golden.kind,
    pair: [golden.language, ...new Set(files)].filter((one) => one !== undefined).join(' → '),
    status: answer.status,
    answerable: expected.length > 0,
    across: files.length === 0 ? undefined : files.every((language) => language !== golden.language),
    rightFirst: passages[0] === true,
    rightWithinFive: passages.slice(0, 5).includes(true),
    firstClaimQuotes: answer.citations.some(({ n, quote, article }) => first.includes(n) && holds(quote, article.path)),
    allCited: cited.every(Boolean),
    shareCited: cited.length === 0 ? 1 : cited.filter(Boolean).length / cited.length,
    tookMs: answer.tookMs,
  }
}

function satisfies({ texts, file }: Expected, text: string, path: string): boolean {
  if (file !== undefined && file !== path) return false
  const folded = foldPlainly(text)
  return texts.some((wanted) => folded.includes(foldPlainly(wanted)))
}

/** Accents and case only, as those who wrote the questions count: nothing of our own search helps here. */
export function foldPlainly(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, ' ').toLowerCase()
}

export type Share = { readonly count: number; readonly of: number }

/** Counts over questions. */
export function share(judged: readonly Judged[], isTrue: (one: Judged) => boolean): Share {
  return { count: judged.filter(isTrue).length, of: judged.length }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
