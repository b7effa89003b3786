/** Articles to passages to vectors; an article of which that cannot be made is named, and keeps no other one out. */
import type { EmbeddedArticle } from './ports/corpus-writer.ts'
import type { Embedder } from './ports/embedder.ts'
import { splitPassages } from './reading/split.ts'
import { searchableText } from './searchable.ts'
import type { Article, Passage } from './types.ts'

/** An article that does not go in: `reason` one clear line. */
export type RefusedArticle = { readonly article: Article; readonly reason: string }

export type EmbeddedArticles = {
  readonly embedded: readonly EmbeddedArticle[]
  readonly refused: readonly RefusedArticle[]
}

/** Passages. */
export type EmbeddingProgress = { readonly done: number; readonly total: number }

type Split = { readonly article: Article; readonly passages: readonly Passage[] }

const passagesAtOnce = 64

/** @throws what the embedder throws when it fails on a plain word too: then it is not the article's fault. */
export async function embedArticles(
  articles: readonly Article[],
  embedder: Embedder,
  onProgress: (progress: EmbeddingProgress) => void = () => undefined,
): Promise<EmbeddedArticles> {
  const embedded: EmbeddedArticle[] = []
  const refused: RefusedArticle[] = []
  const split: Split[] = []
  for (const article of articles) {
    try {
      split.push({ article, passages: splitPassages(article) })
    } catch (error) {
      refused.push({ article, reason: `it could not be split into passages: ${messageOf(error)}` })
    }
  }
  const total = split.reduce((sum, { passages }) => sum + passages.length, 0)
  let done = 0
  for (const { article, passages } of split) {
    const vectors = await embedPassages(passages, embedder).catch(async (error: unknown) => {
      if (!(await stillEmbeds(embedder))) throw error
      return `its words could not be embedded: ${messageOf(error)}`
    })
    if (typeof vectors === 'string') refused.push({ article, reason: vectors })
    else embedded.push({ article, passages, vectors })
    done += passages.length
    onProgress({ done, total })
  }
  return { embedded, refused }
}

/** @returns a unit vector each, or why there are none. */
async function embedPassages(
  passages: readonly Passage[],
  embedder: Embedder,
): Promise<readonly Float32Array[] | string> {
  const vectors: Float32Array[] = []
  for (let start = 0; start < passages.length; start += passagesAtOnce) {
    const texts = passages.slice(start, start + passagesAtOnce).map(searchableText)
    vectors.push(...(await embedder.embed(texts, 'passage')))
  }
  return placeUnknown(vectors)
}

/**
 * A passage of which the model knows no token (marks that stand for lost letters) has no direction of its own: it is
 * found by its words, and lies where the rest of its article lies.
 */
function placeUnknown(vectors: readonly Float32Array[]): readonly Float32Array[] | string {
  if (vectors.every(hasDirection)) return vectors
  const middle = middleOf(vectors.filter(hasDirection))
  if (middle === undefined) return 'the model knows none of its words: is it damaged, or in another script?'
  return vectors.map((vector) => (hasDirection(vector) ? vector : middle))
}

function hasDirection(vector: Float32Array): boolean {
  return vector.some((value) => value !== 0) && vector.every(Number.isFinite)
}

function middleOf(vectors: readonly Float32Array[]): Float32Array | undefined {
  const [first] = vectors
  if (first === undefined) return undefined
  const sum = first.map((_, at) => vectors.reduce((total, vector) => total + (vector[at] ?? 0), 0))
  const length = Math.hypot(...sum)
  return length > 0 ? sum.map((value) => value / length) : first
}

async function stillEmbeds(embedder: Embedder): Promise<boolean> {
  return await embedder.embed(['a'], 'passage').then(
    () => true,
    () => false,
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown fault'
}
