import { createHash } from 'node:crypto'
import type { Article, ArticleFacts, Range } from '../types.ts'
import { findFurniture } from './furniture.ts'

/** A source as an adapter decoded it. */
export type DecodedSource = ArticleFacts & {
  /** The decoded text; it goes into the article unchanged. */
  readonly text: string
  /** SHA-256 of the bytes read, hexadecimal. */
  readonly sha256: string
  /** What the format itself marks as no article: front matter, images, code. Any order, may overlap. */
  readonly skip?: readonly Range[]
}

/**
 * Makes an article of a decoded source: names its version by its words, and marks what is not article. A title that is
 * not known is taken from the first line when that is a whole headline. Never throws.
 */
export function makeArticle(source: DecodedSource): Article {
  const { skip, title } = findFurniture(source.text, source.skip)
  const knownTitle = source.title ?? title
  return {
    ...source,
    ...(knownTitle === undefined ? {} : { title: knownTitle }),
    version: versionOf(source.text),
    skip,
  }
}

/** 8 hexadecimal digits that name a text: another text has, but for one in four billion, another version. */
export function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
