import type { Article, Passage, Range } from '../types.ts'
import { type Block, readBlocks } from './blocks.ts'
import { cutAtSentences } from './cut.ts'
import { LONGEST_PASSAGE, USUAL_PASSAGE } from './limits.ts'

/**
 * Splits an article into passages: paragraphs and list items of 60 to 1,000 UTF-16 units where the article allows it,
 * in reading order. Very short ones are joined, long ones cut at sentence ends; an article of long paragraphs throughout
 * is cut finer, so that the median is at most 500 as far as its sentences allow. No passage overlaps a skipped stretch,
 * each is a slice of the text. An article without words has none.
 */
export function splitPassages(article: Article): Passage[] {
  const blocks = readBlocks(article)
  const coarse = cutLong(article, blocks, LONGEST_PASSAGE)
  const pieces = medianLength(coarse) <= USUAL_PASSAGE ? coarse : cutLong(article, blocks, USUAL_PASSAGE)
  return pieces.map(({ start, end, context }, index) => ({
    id: `${article.id}@${article.version}.${index + 1}`,
    articleId: article.id,
    version: article.version,
    ordinal: index + 1,
    text: article.text.slice(start, end),
    start,
    end,
    language: article.language,
    ...(context ? { context: article.text.slice(context.start, context.end) } : {}),
  }))
}

function cutLong(article: Article, blocks: readonly Block[], limit: number): readonly Block[] {
  return blocks.flatMap((block) =>
    block.end - block.start <= limit
      ? [block]
      : cutAtSentences(article.text, block, article.language).map((piece) => ({ ...block, ...piece })),
  )
}

function medianLength(ranges: readonly Range[]): number {
  const lengths = ranges.map(({ start, end }) => end - start).toSorted((a, b) => a - b)
  return lengths[Math.floor((lengths.length - 1) / 2)] ?? 0
}
