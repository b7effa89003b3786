/** All articles of a revision as one row of tokens, built once: a check then costs a few milliseconds. */
import type { IndexedArticle, PassageIndex } from '../../ports/passage-index.ts'
import { anyWithin } from '../../reading/ranges.ts'
import { isStopWord } from '../../text/stop-words.ts'
import { isUnaccented } from '../locks/accents.ts'
import { standsApart } from '../pasted/line-ends.ts'
import { type Token, tokenize, withoutGrouping } from '../tokens.ts'
import type { VerifiableArticle } from '../types.ts'

/** `from` and `to` (exclusive) are positions in the row of tokens. */
export type TokenRange = { readonly from: number; readonly to: number }

export type IndexedText = VerifiableArticle & TokenRange & { readonly unaccented: boolean }

export type VerifyCorpus = {
  readonly texts: readonly IndexedText[]
  /** Numbers of the tokens' exact (or, in articles without accents, bare) forms; -1 between two articles. */
  readonly exact: Int32Array
  readonly loose: Int32Array
  /** In English articles the numbers of whole figures without their grouping ("21,000" and "21 000"); else -1. */
  readonly ungrouped: Int32Array
  /** UTF-16 offsets in the token's article. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 0 a mark, 1 an elision or a word without content, 2 a word with content. */
  readonly weights: Uint8Array
  /** 1 for the first token after a heading or a row of a table: what goes on from there is no sentence of the article. */
  readonly apart: Uint8Array
  /** Undefined for forms that no article has. */
  numberOf(form: string): number | undefined
  /** Positions of a loose form, in order. */
  positions(loose: string): readonly number[]
  /** The text that holds a position. */
  textAt(position: number): IndexedText
}

/** Sorted out once for tokens of articles and of pasted text alike. */
export function weightOf(token: Token): 0 | 1 | 2 {
  if (token.kind === 'mark') return 0
  if (token.kind === 'elision') return 1
  return isStopWord(token.loose, 'en') || isStopWord(token.loose, 'fr', token.exact) ? 1 : 2
}

/** Builds the row; 100,000 words take about a quarter of a second. */
export function createVerifyCorpus(articles: readonly VerifiableArticle[]): VerifyCorpus {
  const numbers = new Map<string, number>()
  const number = (form: string): number => {
    const known = numbers.get(form)
    if (known !== undefined) return known
    numbers.set(form, numbers.size)
    return numbers.size - 1
  }
  const columns = { exact: [-1], loose: [-1], ungrouped: [-1], starts: [0], ends: [0], weights: [0], apart: [0] }
  const texts: IndexedText[] = []
  const places = new Map<string, number[]>()
  for (const { article, passages } of articles) {
    const unaccented = isUnaccented(article.text, article.language)
    const from = columns.exact.length
    let last = 0
    for (const token of tokenize(article.text)) {
      if (anyWithin(article.skip, token)) continue
      const position = columns.exact.length
      columns.exact.push(number(unaccented ? token.bare : token.exact))
      columns.loose.push(number(token.loose))
      const whole = article.language === 'en' ? withoutGrouping(token.exact) : undefined
      columns.ungrouped.push(whole === undefined ? -1 : number(whole))
      columns.starts.push(token.start)
      columns.ends.push(token.end)
      columns.weights.push(weightOf(token))
      columns.apart.push(token.opensLine && last > 0 && standsApart(article.text, last, token.start) ? 1 : 0)
      last = token.end
      const row = places.get(token.loose)
      if (row === undefined) places.set(token.loose, [position])
      else row.push(position)
    }
    texts.push({ article, passages, unaccented, from, to: columns.exact.length })
    for (const column of Object.values(columns)) column.push(-1)
  }
  return {
    texts,
    exact: Int32Array.from(columns.exact),
    loose: Int32Array.from(columns.loose),
    ungrouped: Int32Array.from(columns.ungrouped),
    starts: Int32Array.from(columns.starts),
    ends: Int32Array.from(columns.ends),
    weights: Uint8Array.from(columns.weights, (weight) => Math.max(0, weight)),
    apart: Uint8Array.from(columns.apart, (apart) => Math.max(0, apart)),
    numberOf: (form) => numbers.get(form),
    positions: (loose) => places.get(loose) ?? [],
    textAt(position) {
      let low = 0
      let high = texts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((texts[middle]?.from ?? 0) <= position) low = middle
        else high = middle - 1
      }
      const found = texts[low]
      if (found === undefined) throw new Error('the corpus is empty')
      return found
    },
  }
}

/** Reads the articles that count at a revision, the newest unless given. For thousands of them see verify-against.ts. */
export async function readVerifyCorpus(index: PassageIndex, revision?: number): Promise<VerifyCorpus> {
  return createVerifyCorpus(await readVerifiable(index, await index.articles(revision)))
}

/** The articles with their texts and passages; one that is gone meanwhile is left out. */
export async function readVerifiable(
  index: PassageIndex,
  listed: readonly IndexedArticle[],
): Promise<readonly VerifiableArticle[]> {
  const read = listed.map(async (facts): Promise<readonly VerifiableArticle[]> => {
    const article = await index.article(facts.id, facts.version)
    if (article === undefined) return []
    return [{ article, passages: await index.passagesOf(facts.id, facts.version) }]
  })
  return (await Promise.all(read)).flat()
}
