/** How a record stands against the corpus of today. Looks only. */
import type { IndexedArticle, PassageIndex } from '../ports/passage-index.ts'
import { findQuote } from './find-quote.ts'
import { hashText } from './make-record.ts'
import type { CitationCheck, EvidenceRecord, Integrity, RecordCheck, RecordedCitation } from './types.ts'

/** What the index must tell of then and now. */
export type CheckSource = Pick<PassageIndex, 'revision' | 'articles' | 'article' | 'passagesOf'>

/**
 * Compares every citation with the stored version that it was taken from (integrity) and with the version of the article
 * that counts now (state).
 * @param source undefined when there is no corpus: then only the record itself is checked.
 */
export async function checkRecord(
  record: EvidenceRecord,
  source: CheckSource | undefined,
  now: Date = new Date(),
): Promise<RecordCheck> {
  const checkedAt = now.toISOString()
  const revision = await source?.revision()
  if (source === undefined || revision === undefined) {
    return { checkedAt, citations: record.citations.map(checkAlone) }
  }
  const { number, builtAt } = revision
  // Of one revision throughout: another process may be indexing.
  const current = await source.articles(number)
  const citations = record.citations.map((citation) => checkCitation(citation, source, current))
  return { checkedAt, corpus: { revision: number, builtAt }, citations: await Promise.all(citations) }
}

function checkAlone({ n, quote, quoteSha256 }: RecordedCitation): CitationCheck {
  return { n, state: 'unknown', integrity: hashText(quote) === quoteSha256 ? 'unknown' : 'quote-altered' }
}

async function checkCitation(
  citation: RecordedCitation,
  source: CheckSource,
  articles: readonly IndexedArticle[],
): Promise<CitationCheck> {
  const { n, article, quote, start } = citation
  const integrity = await checkIntegrity(citation, source)
  const current = articles.find(({ id }) => id === article.id)
  if (current === undefined) {
    const twin = articles.find(({ sha256 }) => sha256 === article.fileSha256)
    return { n, state: 'withdrawn', integrity, ...(twin !== undefined && { sameFileAs: twin.id }) }
  }
  if (current.version === article.version) return { n, state: 'unchanged', integrity }
  const [text, passages] = await Promise.all([
    source.article(current.id, current.version),
    source.passagesOf(current.id, current.version),
  ])
  return {
    ...{ n, state: 'changed', integrity },
    current: { version: current.version, fileSha256: current.sha256 },
    quoteNow: text === undefined ? { found: 'gone' } : findQuote(quote, start, text, passages),
  }
}

async function checkIntegrity(
  { article, quote, quoteSha256, start, end }: RecordedCitation,
  source: CheckSource,
): Promise<Integrity> {
  if (hashText(quote) !== quoteSha256) return 'quote-altered'
  const stored = await source.article(article.id, article.version)
  if (stored === undefined) return 'version-missing'
  const textSha256 = hashText(stored.text)
  if (article.textSha256 !== undefined && article.textSha256 !== textSha256) return 'text-altered'
  return stored.text.slice(start, end) === quote ? 'intact' : 'slice-differs'
}
