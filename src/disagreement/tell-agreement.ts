/** The answer to "do the sources disagree?": what differs, or in one line that nothing surely does. */
import type { Outcome } from '../answer/answer-from-evidence.ts'
import { groupBySource, type SourcedArticle } from '../copies/one-source.ts'
import { interfaceTexts } from '../interface-texts.ts'
import type { Evidence, Language } from '../types.ts'
import type { Comparison } from './compare-quotes.ts'

/** A passage that the reader rather holds for an answer speaks of it. */
const speaksFrom = 0.5

/** What differs is said by the answer itself; an answer that is unsure, or none, says that. */
export function withAgreement<Found extends Outcome>(
  outcome: Found,
  comparison: Comparison,
  articles: readonly SourcedArticle[],
  language: Language,
): Found & { readonly notice?: string } {
  if (outcome.status !== 'answered' || outcome.disagreement !== undefined) return outcome
  const { agreement } = interfaceTexts(language)
  const sources = Math.max(comparison.sources, countSources(outcome.evidence, articles))
  const tell = comparison.sources < 2 ? agreement.wordsOnly : comparison.isUnsure ? agreement.unsure : agreement.alike
  return { ...outcome, notice: sources < 2 ? agreement.onlyOne : tell(sources) }
}

function countSources(evidence: readonly Evidence[], articles: readonly SourcedArticle[]): number {
  const groups = groupBySource(articles)
  const speaking = evidence.filter(({ signals }) => (signals['answers'] ?? 0) >= speaksFrom)
  return new Set(speaking.map(({ article }) => groups.get(article.id) ?? article.id)).size
}
