/** Citations and claims from the sentences chosen: every quote is a slice of its article. */
import type { WordMatcher } from '../../match/similarity.ts'
import type { Question } from '../../question/question.ts'
import type { ArticleFacts, Citation, Claim } from '../../types.ts'
import type { Unit } from '../units/units.ts'
import { attribute } from './attribute.ts'
import { markAnswer } from './marks.ts'

export function citeUnits(
  units: readonly Unit[],
  articles: ReadonlyMap<string, ArticleFacts>,
  question: Question,
  matcher: WordMatcher,
  all: readonly Unit[],
): { readonly claims: readonly Claim[]; readonly citations: readonly Citation[] } {
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
