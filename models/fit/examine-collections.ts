/** Asks every question of every collection and keeps what the fitting and the measuring need. */
import { type Examination, examine, weighDecision } from '../../src/answer/answer-from-evidence.ts'
import type { DecisionFeatures } from '../../src/answer/decision/decision-features.ts'
import type { Missing } from '../../src/answer/missing/missing-kinds.ts'
import type { WordSpace } from '../../src/ports.ts'
import { type Question, readQuestion } from '../../src/question/question.ts'
import { type Collection, type GoldenQuestion, holdsAnswer } from './collections.ts'

export type Examined = {
  readonly collection: string
  readonly golden: GoldenQuestion
  readonly question: Question
  readonly examination: Examination
  /** Whether each ranked unit quotes the answer. */
  readonly right: readonly boolean[]
  /** Of the article that answers. */
  readonly articleId: string | undefined
  /** Asked in another language than the article that answers. */
  readonly across: boolean
  readonly weighed: { readonly features: DecisionFeatures; readonly missing: readonly Missing[] } | undefined
}

const evidenceLimit = 100

export async function examineCollection(collection: Collection, space: WordSpace): Promise<readonly Examined[]> {
  const examined: Examined[] = []
  for (const golden of collection.questions) {
    if (golden.kind === 'multi') continue
    const question = await readQuestion(golden.question, space)
    const words = question.content.map(({ word }) => word)
    const evidence = await collection.retriever.retrieve({ text: question.text, words }, evidenceLimit)
    const examination = await examine(question, evidence, collection.index, space)
    const article = golden.doc === null ? undefined : collection.articles[golden.doc]
    examined.push({
      collection: collection.name,
      golden,
      question,
      examination,
      right: examination.ranked.map(
        ({ unit }) => unit.passage.articleId === article?.id && holdsAnswer(unit.text, golden.answer),
      ),
      articleId: article?.id,
      across: article !== undefined && article.language !== golden.lang,
      weighed: weighDecision(question, examination),
    })
  }
  return examined
}
