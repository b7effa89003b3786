import { createHash } from 'node:crypto'
import type { CorpusChange, EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import type { Article, ArticleFacts, Passage } from '../../src/types.ts'

export const DIMENSIONS = 16
export const model = { modelId: 'sample-model', dimensions: DIMENSIONS }

export const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A unit vector that depends on the text alone. */
export function vectorOf(text: string, dimensions = DIMENSIONS): Float32Array {
  const random = randomFrom(Number.parseInt(hash(text).slice(0, 8), 16))
  const values = Float32Array.from({ length: dimensions }, () => random() - 0.5)
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}

/** Mulberry32: the same numbers from the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** An article whose passages are its paragraphs. */
export function sample(
  id: string,
  paragraphs: readonly string[],
  facts: Partial<ArticleFacts> = {},
  dimensions = DIMENSIONS,
): EmbeddedArticle {
  const text = paragraphs.join('\n\n')
  const version = hash(text).slice(0, 8)
  const article: Article = {
    ...{ id, language: 'en', path: `seeds/${id}.txt`, version, text, sha256: hash(text) },
    skip: [{ start: 0, end: 0 }],
    ...facts,
  }
  let start = 0
  const passages = paragraphs.map((paragraph, index): Passage => {
    const passage: Passage = {
      ...{ id: `${id}@${version}.${index + 1}`, articleId: id, version, ordinal: index + 1 },
      ...{ text: paragraph, start, end: start + paragraph.length, language: article.language },
    }
    start += paragraph.length + 2
    return passage
  })
  return { article, passages, vectors: passages.map((passage) => vectorOf(passage.text, dimensions)) }
}

export function change(parts: Partial<CorpusChange>): CorpusChange {
  return { add: [], remove: [], describe: [], note: 'index', ...parts }
}

/** Many articles of two paragraphs each. */
export function manySamples(count: number, prefix = 'article'): EmbeddedArticle[] {
  return Array.from({ length: count }, (_, index) =>
    sample(`${prefix}-${index}`, [`First paragraph of ${prefix} ${index}`, `Second paragraph of ${prefix} ${index}`]),
  )
}
