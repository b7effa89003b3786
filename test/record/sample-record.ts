/** Answers over articles that do not exist, and their records. */
import type { Corpus } from '../../index/open.ts'
import type { EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import type { EvidenceRecord } from '../../src/record/types.ts'
import type { Answer, Citation } from '../../src/types.ts'
import { change, model } from '../contracts/corpus-samples.ts'

export const askedAt = '2026-03-05T10:20:30.000Z'

/** A citation of the words in the article; they must stand in one of its passages. */
export function cite(n: number, { article, passages }: EmbeddedArticle, quote: string): Citation {
  const start = article.text.indexOf(quote)
  const passage = passages.find((one) => one.start <= start && start < one.end)
  if (start < 0 || passage === undefined) throw new Error(`"${quote}" is not in ${article.id}`)
  const { id, title, label, outlet, url, published, language, path } = article
  const facts = { ...(title && { title }), ...(label && { label }), ...(outlet && { outlet }), ...(url && { url }) }
  return {
    ...{ n, passageId: passage.id, paragraph: passage.ordinal, quote, start, end: start + quote.length, marks: [] },
    article: { id, ...facts, ...(published && { published }), language, path },
  }
}

export function answerWith(citations: readonly Citation[], parts: Partial<Answer> = {}): Answer {
  return {
    ...{ id: 'abcdefgh23', question: 'What happened at the harbour?', language: 'en', status: 'answered' },
    claims: citations.map(({ n, quote }) => ({ text: quote, citations: [n], verbatim: true })),
    ...{ citations, evidence: [], tookMs: 3.4, reasons: ['probability 0.91'] },
    corpus: { revision: 1, builtAt: '2026-03-05T10:00:00.000Z', articles: 5 },
    ...parts,
  }
}

export async function recordOf(corpus: Corpus, answer: Answer): Promise<EvidenceRecord> {
  return await makeRecord(answer, corpus.index, { askedAt })
}

export async function commit(
  corpus: Corpus,
  add: readonly EmbeddedArticle[],
  remove: readonly string[] = [],
): Promise<void> {
  await corpus.writer.commit(change({ add, remove }), model)
}
