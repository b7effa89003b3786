import { interfaceTexts } from '../interface-texts.ts'
import { nameArticle } from '../name-article.ts'
import { writeJson } from './proof-json.ts'
import { proofTexts } from './proof-texts.ts'
import type { Proof, RecordedArticle, RecordedCitation } from './types.ts'
import { webAddress } from './web-address.ts'

type CslDate = { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string }

/** The part of CSL-JSON (citation-style-language/schema, csl-data.json) that a news article has. */
export type CslItem = {
  readonly id: string
  readonly type: 'article-newspaper'
  readonly title: string
  readonly author?: readonly { readonly literal: string }[]
  readonly 'container-title'?: string
  readonly URL?: string
  readonly issued?: CslDate
  /** When the answer was given from it. */
  readonly accessed: CslDate
  readonly language: string
  readonly note: string
}

/** One item an article, in the order of the citations, with its quotes and their paragraphs as the note. */
export function toCsl({ record, check }: Proof): readonly CslItem[] {
  const texts = proofTexts(record.language)
  const { paragraph: paragraphWord, saidBy: saidByText } = interfaceTexts(record.language)
  const groups = new Map<string, RecordedCitation[]>()
  for (const citation of record.citations) {
    const key = `${citation.article.id}@${citation.article.version}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [citation])
    else group.push(citation)
  }
  return [...groups].flatMap(([id, citations]) => {
    const [first] = citations
    if (first === undefined) return []
    const quotes = citations.map(({ n, quote, introducedBy, saidBy, paragraph }) => {
      const state = check.citations.find((checked) => checked.n === n)?.state ?? 'unknown'
      const before = introducedBy === undefined ? '' : `${introducedBy}\n`
      const details = [
        ...(saidBy === undefined ? [] : [saidByText(saidBy)]),
        `${paragraphWord} ${paragraph}`,
        texts.state[state],
      ]
      return `${before}“${quote}” (${details.join('; ')})`
    })
    return [describe(id, first.article, record.askedAt, [...quotes, texts.footer(record.id)].join('\n'))]
  })
}

/** A list of items, as reference managers import it. */
export function writeProofCsl(proof: Proof): string {
  return writeJson(toCsl(proof))
}

function describe(id: string, article: RecordedArticle, askedAt: string, note: string): CslItem {
  const { author, outlet, url, published, language } = article
  const address = webAddress(url)
  return {
    ...{ id, type: 'article-newspaper', title: nameArticle(article) },
    ...(author !== undefined && { author: [{ literal: author }] }),
    ...(outlet !== undefined && { 'container-title': outlet }),
    ...(address !== undefined && { URL: address }),
    ...(published !== undefined && { issued: toDate(published) }),
    ...{ accessed: toDate(askedAt), language, note },
  }
}

/** `2026`, `2026-02` and `2026-02-09…` as parts, anything else as it is written. */
function toDate(iso: string): CslDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(iso)
  if (match === null) return { literal: iso }
  return { 'date-parts': [match.slice(1).flatMap((part) => (part === undefined ? [] : Number(part)))] }
}
