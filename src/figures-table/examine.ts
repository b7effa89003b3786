/** A topic compared with every sentence of the candidate passages and of the articles around them. */
import { prepareMatcher, type WordMatcher } from '../match/similarity.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { WordSpace } from '../ports/word-space.ts'
import type { Question } from '../question/question.ts'
import { articleOf } from '../reading/article-of.ts'
import { readUnits, type Unit } from '../reading/quotable.ts'
import type { Evidence } from '../types.ts'
import { type Coverage, measureCoverage } from './topic/coverage.ts'

export type Examination = { readonly coverage: Coverage; readonly matcher: WordMatcher }

/** How many articles are read whole, to know what they are about. */
const articlesRead = 12

export async function examine(
  question: Question,
  evidence: readonly Evidence[],
  index: Pick<PassageIndex, 'passagesOf'>,
  space: WordSpace,
): Promise<Examination> {
  const units = await readScope(evidence, index)
  const vocabulary = new Set<string>()
  for (const list of new Set(units.flatMap((unit) => [unit.vocabulary, unit.surroundings])))
    for (const word of list) vocabulary.add(word)
  const words = question.content.map(({ word }) => word)
  const matcher = await prepareMatcher(space, question.language, words, vocabulary)
  return { coverage: measureCoverage(question, units, matcher, space), matcher }
}

async function readScope(
  evidence: readonly Evidence[],
  index: Pick<PassageIndex, 'passagesOf'>,
): Promise<readonly Unit[]> {
  const passages = new Map(evidence.map(({ passage }) => [passage.id, passage]))
  const articles = [...new Map(evidence.map(({ passage }) => [articleOf({ passage }), passage])).values()]
  for (const { articleId, version } of articles.slice(0, articlesRead)) {
    for (const passage of await index.passagesOf(articleId, version)) passages.set(passage.id, passage)
  }
  return [...passages.values()].flatMap(readUnits)
}
