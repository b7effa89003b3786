import { ModelMismatchError, UserError } from '../src/errors.ts'
import type { CorpusChange, CorpusWriter, EmbeddedArticle } from '../src/ports/corpus-writer.ts'
import type { Passage, Revision } from '../src/types.ts'

export type Model = { readonly modelId: string; readonly dimensions: number }

/** A writer that can also replace the model: everything that counts afterwards is in `articles`. */
export interface RebuildingWriter extends CorpusWriter {
  /**
   * One new revision that holds exactly these articles, embedded with this model; passages are kept, every vector is
   * written anew. Throws UserError when an article's version was split into other passages before.
   */
  rebuild(articles: readonly EmbeddedArticle[], model: Model, note?: string): Promise<Revision>
}

/** A writer of a file that can be kept small, and filled again from a copy. */
export interface MaintainedWriter extends RebuildingWriter {
  /**
   * One new revision with the membership that a backup ends with; versions that only the backup has are brought along,
   * so that every citation of either opens. Throws UserError when the file is no sound backup.
   */
  restore(file: string, note: string): Promise<Revision>
  /** Gives unused room back to the disk. Nothing that was ever indexed is lost. */
  compact(): Promise<void>
}

/** How far from 1 the length of a unit vector may be: float32 sums over a few hundred dimensions stay far below. */
const UNIT_TOLERANCE = 1e-3

/** Refuses what would make an index wrong in silence: vectors missing, of another size, not finite, not of length 1. */
export function checkEmbedded({ article, passages, vectors }: EmbeddedArticle, dimensions: number): void {
  const name = `${article.id}@${article.version}`
  if (vectors.length !== passages.length) {
    throw new Error(`${name} has ${passages.length} passages and ${vectors.length} vectors`)
  }
  for (const [position, vector] of vectors.entries()) checkUnitVector(vector, dimensions, `${name} ${position + 1}`)
}

export function checkUnitVector(vector: Float32Array, dimensions: number, name: string): void {
  if (vector.length !== dimensions) throw new Error(`vector ${name} has ${vector.length} dimensions, not ${dimensions}`)
  if (!isUnitVector(vector)) throw new Error(`vector ${name} is not a unit vector`)
}

export function isUnitVector(vector: Float32Array): boolean {
  let square = 0
  for (const value of vector) square += value * value
  // NaN fails every comparison, so the test is written to be true for what is right.
  return Math.abs(Math.sqrt(square) - 1) <= UNIT_TOLERANCE
}

/** Refuses two articles of one id in a change: which would win is nobody's intention. */
export function checkIds(change: CorpusChange): void {
  const seen = new Map<string, string>()
  for (const { article } of change.add) {
    const other = seen.get(article.id)
    if (other !== undefined) {
      throw new UserError(`${other} and ${article.path} both have the article id "${article.id}": give one another id`)
    }
    seen.set(article.id, article.path)
  }
}

/** Refuses vectors of another model than the corpus's, unless nothing of the old model would count any more. */
export function checkModel(built: Model, model: Model, counted: Iterable<string>, change: CorpusChange): void {
  if (built.modelId === model.modelId && built.dimensions === model.dimensions) return
  const replaced = new Set([...change.remove, ...change.add.map(({ article }) => article.id)])
  if ([...counted].every((id) => replaced.has(id))) return
  const sameName = built.modelId === model.modelId
  const name = (of: Model) => (sameName ? `${of.modelId} (${of.dimensions} dimensions)` : of.modelId)
  throw new ModelMismatchError(name(built), name(model))
}

/** A version never changes, and neither do its passages: its citations would point at other words. */
export function checkSamePassages(stored: readonly Passage[], given: readonly Passage[], name: string): void {
  const same =
    stored.length === given.length &&
    stored.every((passage, position) => {
      const other = given[position]
      return other?.start === passage.start && other.end === passage.end && other.id === passage.id
    })
  if (!same) {
    throw new UserError(
      `article ${name} was split into other passages when it was indexed: build the index anew with "sourcier index --anew --yes" (the old file is kept)`,
    )
  }
}
