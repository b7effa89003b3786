import { writeCsv } from './csv.ts'
import type { Proof, QuoteNow, RecordedCitation } from './types.ts'

const columns = [
  ...[
    'answer',
    'asked_at',
    'question',
    'status',
    'citation',
    'quote',
    'introduced_by',
    'said_by',
    'article',
    'title',
    'label',
    'outlet',
    'url',
  ],
  ...['published', 'language', 'path', 'paragraph', 'start', 'end', 'version', 'file_sha256', 'quote_sha256'],
  ...['revision', 'state', 'integrity', 'version_now', 'quote_now', 'paragraph_now', 'reads_now', 'differences'],
  'checked_at',
] as const

type Row = Readonly<Record<(typeof columns)[number], string | number | undefined>>

/** One row a citation under a line of names (RFC 4180); unknown facts are empty cells, formulas are defused. */
export function writeProofCsv(proof: Proof): string {
  const rows = proof.record.citations.map((citation) => rowOf(citation, proof))
  return writeCsv([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))])
}

function rowOf(citation: RecordedCitation, { record, check }: Proof): Row {
  const checked = check.citations.find(({ n }) => n === citation.n)
  const { article } = citation
  const { title, label, outlet, url, published, language, path, version } = article
  return {
    ...{ answer: record.id, asked_at: record.askedAt, question: record.question, status: record.status },
    ...{ citation: citation.n, quote: citation.quote, introduced_by: citation.introducedBy, said_by: citation.saidBy },
    ...{ article: article.id, title, label, outlet, url, published },
    ...{ language, path, paragraph: citation.paragraph, start: citation.start, end: citation.end, version },
    ...{ file_sha256: article.fileSha256, quote_sha256: citation.quoteSha256, revision: record.corpus.revision },
    ...{ state: checked?.state, integrity: checked?.integrity, version_now: checked?.current?.version },
    ...cellsNow(checked?.quoteNow),
    checked_at: check.checkedAt,
  }
}

function cellsNow(now: QuoteNow | undefined): Pick<Row, 'quote_now' | 'paragraph_now' | 'reads_now' | 'differences'> {
  const place = now === undefined || now.found === 'gone' ? undefined : now
  return {
    quote_now: now?.found,
    paragraph_now: place?.paragraph,
    reads_now: place?.quote,
    differences: place?.differences.map(({ was, now }) => `${was} → ${now}`.trim()).join('; '),
  }
}
