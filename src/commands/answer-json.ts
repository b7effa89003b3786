/** An answer as `--json` and `--batch` write it: the shape that other programs rely on. */
import { factsOf } from '../article-facts.ts'
import type { Answer } from '../types.ts'

/** @param explain with the reasons for the status. */
export function toAnswerJson(answer: Answer, explain = false) {
  const { id, question, language, status, claims, corpus, tookMs, disagreement, notice, reasons } = answer
  return {
    id,
    question,
    language,
    status,
    ...(notice !== undefined && { notice }),
    ...(disagreement !== undefined && { disagreement }),
    claims: claims.map(({ text, citations, verbatim }) => ({ text, citations, verbatim })),
    citations: answer.citations.map(
      ({ n, passageId, paragraph, article, quote, start, end, marks, introducedBy, saidBy, corrections, copies }) => ({
        n,
        passageId,
        paragraph,
        article: factsOf(article),
        quote,
        start,
        end,
        marks,
        ...(introducedBy !== undefined && { introducedBy }),
        ...(saidBy !== undefined && { saidBy }),
        ...(corrections !== undefined && { corrections }),
        ...(copies !== undefined && { copies: copies.map(factsOf) }),
      }),
    ),
    evidence: answer.evidence.map(({ passage, score, signals, article }) => ({
      passageId: passage.id,
      text: passage.text,
      score,
      signals,
      article: factsOf(article),
    })),
    corpus,
    tookMs: Math.round(tookMs * 100) / 100,
    ...(explain && { reasons }),
  }
}
