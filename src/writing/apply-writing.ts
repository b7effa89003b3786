/** Puts verified claims in the place of the quoted answer: each sentence cited is an exact slice of its article. */
import type { Outcome } from '../answer/answer-from-evidence.ts'
import { type DateMention, dateCovers, findDates } from '../figures/dates.ts'
import { findNumbers, isQuantity, sameNumber } from '../figures/numbers.ts'
import type { Citation, Claim, Evidence, Language, Range } from '../types.ts'
import type { DraftClaim, Writing } from './types.ts'

/**
 * The outcome with the model's claims, or as it was when none passed. The status stays what the evidence decided.
 * `language` is that of the claims. Throws when a claim cites a passage that is not in the evidence.
 */
export function applyWriting(outcome: Outcome, writing: Writing, language: Language): Outcome {
  const reasons = [...outcome.reasons, ...writing.reasons]
  if (writing.claims === undefined) return { ...outcome, reasons }
  const citations: Citation[] = []
  const claims = writing.claims.map((claim): Claim => {
    const numbers = claim.quotes.map((quote) => {
      const known = citations.findIndex(
        ({ passageId, start }) => passageId === quote.passageId && start === startInArticle(quote, outcome.evidence),
      )
      if (known !== -1) return known + 1
      citations.push(cite(claim, quote, citations.length + 1, outcome.evidence, language))
      return citations.length
    })
    return { text: claim.text, citations: [...new Set(numbers)], verbatim: claim.verbatim }
  })
  return { ...outcome, claims, citations, reasons }
}

type DraftQuote = DraftClaim['quotes'][number]

function evidenceOf({ passageId }: DraftQuote, evidence: readonly Evidence[]): Evidence {
  const found = evidence.find(({ passage }) => passage.id === passageId)
  if (found === undefined) throw new Error(`the passage ${passageId} is not in the evidence`)
  return found
}

function startInArticle(quote: DraftQuote, evidence: readonly Evidence[]): number {
  return evidenceOf(quote, evidence).passage.start + quote.start
}

function cite(
  claim: DraftClaim,
  draft: DraftQuote,
  n: number,
  evidence: readonly Evidence[],
  language: Language,
): Citation {
  const { passage, article } = evidenceOf(draft, evidence)
  const quote = passage.text.slice(draft.start, draft.end)
  return {
    n,
    passageId: passage.id,
    paragraph: passage.ordinal,
    article,
    quote,
    start: passage.start + draft.start,
    end: passage.start + draft.end,
    marks: markShared(quote, passage.language, claim.text, language),
    ...(passage.context !== undefined && { introducedBy: passage.context }),
  }
}

/** The figures and dates of a quote that the claim gives, in order and apart from each other. */
function markShared(quote: string, quoteLanguage: Language, claim: string, language: Language): readonly Range[] {
  const figures = findNumbers(claim, language).filter(isQuantity)
  const dates = findDates(claim, language)
  const isTold = (date: DateMention) => date.precision !== 'relative' && dates.some((given) => dateCovers(given, date))
  const found = [
    ...findNumbers(quote, quoteLanguage).filter((number) => figures.some((figure) => sameNumber(figure, number))),
    ...findDates(quote, quoteLanguage).filter(isTold),
  ].sort((left, right) => left.start - right.start)
  const apart: Range[] = []
  for (const { start, end } of found) if (start >= (apart.at(-1)?.end ?? 0)) apart.push({ start, end })
  return apart
}
