import { createHash } from 'node:crypto'
import { factsOf } from '../article-facts.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { Answer, Article, Citation } from '../types.ts'
import { type DroppedClaim, type EvidenceRecord, type RecordedCitation, recordSchema } from './types.ts'

export type RecordDetails = {
  /** ISO timestamp. */
  readonly askedAt: string
  /** The chat model that wrote, where one did. */
  readonly chatModel?: string
  /** What the locks refused. */
  readonly dropped?: readonly DroppedClaim[]
}

/** What the index must tell of what was cited. */
export type RecordSource = Pick<PassageIndex, 'article' | 'revision'>

/** Hexadecimal SHA-256 of a text in UTF-8. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Makes the record of an answer just given: adds versions, hashes, models, and checks each quote against its article. */
export async function makeRecord(
  answer: Answer,
  source: RecordSource,
  details: RecordDetails,
): Promise<EvidenceRecord> {
  const revision = answer.corpus.revision > 0 ? await source.revision(answer.corpus.revision) : undefined
  const citations = answer.citations.map(async (citation) => {
    const version = versionOf(citation.passageId)
    return recordCitation(citation, await source.article(citation.article.id, version))
  })
  return frameRecord(answer, await Promise.all(citations), details, revision?.modelId)
}

/** The record of an answer given before records were kept: without the hashes of files and the models. */
export function makeRecordOfOld(answer: Answer, askedAt: string): EvidenceRecord {
  const citations = answer.citations.map((citation) => recordCitation(citation, undefined))
  return frameRecord(answer, citations, { askedAt }, undefined)
}

function frameRecord(
  answer: Answer,
  citations: readonly RecordedCitation[],
  { askedAt, chatModel, dropped = [] }: RecordDetails,
  embedding: string | undefined,
): EvidenceRecord {
  const { id, question, language, status, notice, claims, corpus, reasons, tookMs } = answer
  return {
    ...{ schema: recordSchema, id, question, language, askedAt, status },
    ...(notice !== undefined && { notice }),
    ...{ claims, citations, corpus },
    models: {
      ...(embedding !== undefined && { embedding }),
      ...(chatModel !== undefined && { chat: chatModel }),
    },
    ...{ reasons, dropped, tookMs },
  }
}

function recordCitation(citation: Citation, article: Article | undefined): RecordedCitation {
  const { quote, start, end, passageId } = citation
  const isExact = article?.text.slice(start, end) === quote
  return {
    ...citation,
    article: {
      ...factsOf(citation.article),
      version: versionOf(passageId),
      ...(article !== undefined && { fileSha256: article.sha256, textSha256: hashText(article.text) }),
    },
    quoteSha256: hashText(quote),
    verdict: article === undefined ? 'unchecked' : isExact ? 'exact' : 'differs',
  }
}

/** `<articleId>@<version>.<ordinal>` → version. */
function versionOf(passageId: string): string {
  return /@([^@.]*)\.\d+$/.exec(passageId)?.[1] ?? ''
}
