/** Citations and claims from the sentences chosen: every quote is a slice of its article. */
import { prepareMatcher } from '../../match/similarity.ts'
import type { WordSpace } from '../../ports/word-space.ts'
import type { Question } from '../../question/question.ts'
import type { Unit } from '../../reading/quotable.ts'
import { foldWords } from '../../text/fold.ts'
import type { ArticleFacts, Citation, Claim } from '../../types.ts'
import { attribute } from './attribute.ts'
import { markAnswer } from './marks.ts'

export async function citeUnits(
  units: readonly Unit[],
  articles: ReadonlyMap<string, ArticleFacts>,
  question: Question,
  space: WordSpace,
  all: readonly Unit[],
): Promise<{ readonly claims: readonly Claim[]; readonly citations: readonly Citation[] }> {
  const asked = question.content.map(({ word }) => word)
  const quoted = new Set(units.flatMap(({ text }) => foldWords(text).map(({ word }) => word)))
  const matcher = await prepareMatcher(space, question.language, asked, quoted)
  const citations = units.map((unit, position): Citation => {
    const { passage } = unit
    const article = articles.get(passage.articleId)
    if (article === undefined) throw new Error(`the article of ${passage.id} is not in the corpus`)
    const saidBy = attribute(unit, all)
    return {
      n: position + 1,
      passageId: passage.id,
      paragraph: passage.ordinal,
      article,
      quote: unit.text,
      start: passage.start + unit.start,
      end: passage.start + unit.end,
      marks: markAnswer(question, unit.text, unit.language, matcher),
      ...(passage.context !== undefined && { introducedBy: passage.context }),
      ...(saidBy !== undefined && { saidBy }),
    }
  })
  const claims = citations.map(({ n, quote }): Claim => ({ text: quote, citations: [n], verbatim: true }))
  return { claims, citations }
}
