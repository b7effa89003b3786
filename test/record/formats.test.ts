import { fromMarkdown } from 'mdast-util-from-markdown'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { renderProof } from '../../adapters/terminal/render-proof.ts'
import { createMemoryCorpus } from '../../index/memory/corpus.ts'
import { checkRecord } from '../../src/record/check-record.ts'
import { restoreCell } from '../../src/record/csv.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { toCsl, writeProofCsl } from '../../src/record/proof-csl.ts'
import { writeProofCsv } from '../../src/record/proof-csv.ts'
import { writeProofJson } from '../../src/record/proof-json.ts'
import { writeProofMarkdown } from '../../src/record/proof-markdown.ts'
import { readRecord } from '../../src/record/read-record.ts'
import type { Proof } from '../../src/record/types.ts'
import type { Answer } from '../../src/types.ts'
import { change, model, sample } from '../contracts/corpus-samples.ts'
import { parseCsv } from './parse-csv.ts'
import { answerWith, askedAt, cite } from './sample-record.ts'

const hostile = [
  `=cmd|' /C calc'!A0 was the order, he said, "now".`,
  '<img src=x onerror=alert(1)> and <script>alert(1)</script> were sent &amp; read.',
  '# No heading\n- no item\n1. no list\n    no code\n\n> no quote\n***\n```\nno fence\n```\n| a | b |\n|---|---|',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png) https://evil.example www.evil.example a@evil.example',
  '**bold** _under_ `code` ~~gone~~ $x^2$ [^1] \\* \\',
  'Escape \u001b[31mred\u001b[0m \u009b2J bell\u0007 turned \u202eback and nul\u0000 end.',
  '---\ntitle: owned\n---\n+1, -1 and @all',
]
const facts = {
  title: '=HYPERLINK("http://evil.example","[t](x)") <b>| *t*\n# t',
  outlet: "@SUM(1)|'\u001b[2J",
  url: 'https://news.example/a?b=`1>`&copy;=(x)|\\*',
  published: '2026-02-09',
  language: 'fr',
  path: 'seeds/=1+1.txt',
} as const
const question = '=1+1, "who"?\n| <b>*said*</b> \u001b[2J'

const proofOf = async (parts: Partial<Answer> = {}): Promise<Proof> => {
  const articles = [
    sample(
      'hostile',
      hostile.map((text) => text),
      facts,
    ),
    sample('plain', ['The harbour reopened after 12 days.'], { label: 'Harbour', url: 'javascript:alert(1)' }),
  ]
  const { index, writer } = createMemoryCorpus()
  await writer.commit(change({ add: articles }), model)
  const [first, second] = articles
  if (first === undefined || second === undefined) throw new Error('no articles')
  const citations = [...hostile, 'The harbour reopened after 12 days.'].map((quote, at) =>
    cite(at + 1, at === hostile.length ? second : first, quote),
  )
  const record = await makeRecord(answerWith(citations, { question, ...parts }), index, { askedAt })
  const changed = sample('hostile', [...hostile.slice(1), hostile[0]?.replace('order', '`warning`|') ?? ''], facts)
  await writer.commit(change({ add: [changed] }), model)
  return { record, check: await checkRecord(record, index, new Date('2026-04-01T00:00:00Z')) }
}

describe('a proof over hostile text', () => {
  let proof: Proof
  beforeAll(async () => {
    proof = await proofOf()
  })

  it('is a table of one row a citation, that no spreadsheet executes', () => {
    const rows = parseCsv(writeProofCsv(proof))
    const names = rows[0] ?? []
    expect(rows).toHaveLength(hostile.length + 2)
    for (const row of rows) {
      expect(row).toHaveLength(names.length)
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]|(?![\t\n\r])\p{Cc}/u)
    }
    const column = (name: string) => rows.slice(1).map((row) => restoreCell(row[names.indexOf(name)] ?? ''))
    expect(column('quote').slice(0, 5)).toEqual(hostile.slice(0, 5))
    expect(column('title').at(0)).toBe(facts.title)
    expect(column('title').at(-1)).toBe('')
    expect(column('state')).toEqual([...hostile.map(() => 'changed'), 'unchanged'])
    expect(column('quote_now')[0]).toBe('altered')
    expect(column('quote_now')[1]).toBe('exact')
    expect(new Set(column('integrity'))).toEqual(new Set(['intact']))
  })

  it('is JSON that keeps every character and prints harmlessly', () => {
    const written = writeProofJson(proof)
    expect(written).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u)
    const { citations, checked, ...rest } = z
      .looseObject({ citations: z.array(z.looseObject({ quote: z.string() })), checked: z.unknown() })
      .parse(JSON.parse(written))
    expect(citations.map(({ quote }) => quote)).toEqual([...hostile, 'The harbour reopened after 12 days.'])
    expect(citations[0]).toMatchObject({ check: { state: 'changed', integrity: 'intact' } })
    expect(rest).toMatchObject({ schema: 1, question })
    expect(checked).toEqual({ at: '2026-04-01T00:00:00.000Z', revision: 2, builtAt: expect.any(String) })
  })

  it('is a list of references, one an article', () => {
    const items = toCsl(proof)
    expect(items).toHaveLength(2)
    expect(JSON.parse(writeProofCsl(proof))).toEqual(items)
    expect(items[0]).toMatchObject({
      type: 'article-newspaper',
      title: facts.title,
      'container-title': facts.outlet,
      URL: new URL(facts.url).href,
      issued: { 'date-parts': [[2026, 2, 9]] },
      accessed: { 'date-parts': [[2026, 3, 5]] },
      language: 'fr',
    })
    for (const quote of hostile) expect(items[0]?.note).toContain(`“${quote}” (paragraph `)
    expect(items[1]).toMatchObject({ title: '[Harbour]', note: expect.stringContaining('12 days') })
    expect(items[1]).not.toHaveProperty('URL')
    expect(items[1]).not.toHaveProperty('issued')
  })

  it('is a page of Markdown in which words stay words', () => {
    const page = writeProofMarkdown(proof)
    expect(page).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u)
    const tree = fromMarkdown(page)
    const kinds = new Set<string>()
    const links: string[] = []
    const quotes: string[] = []
    visit(tree, (node) => {
      kinds.add(node.type)
      if (node.type === 'link') links.push(node.url ?? '')
      if (node.type === 'blockquote') quotes.push(textOf(node))
    })
    expect([...kinds].sort()).toEqual(
      ['blockquote', 'break', 'heading', 'link', 'list', 'listItem', 'paragraph', 'root', 'strong', 'text'].sort(),
    )
    expect(new Set(links)).toEqual(new Set([new URL(facts.url).href.replaceAll('`', '%60').replaceAll('\\', '%5C')]))
    const spaceless = (text: string) => text.replaceAll(/(?!\s)[\p{Cc}\p{Bidi_Control}]|\s/gu, '')
    expect(quotes.map(spaceless)).toEqual([...hostile, 'The harbour reopened after 12 days.'].map(spaceless))
    expect(tree.children.filter(({ type }) => type === 'heading')).toHaveLength(1 + hostile.length + 1)
    // GitHub makes links of these by itself, unless a backslash stands in them.
    expect(page.replaceAll(/\(<[^>]*>\)/g, '')).not.toMatch(/https?:\/\/|www\.|\w@\w/)
  })

  it('cannot command the terminal', () => {
    for (const colours of [false, true]) {
      const page = renderProof(proof, { colours, width: 80 })
      const ours = new RegExp(`${String.fromCharCode(27)}\\[\\d{1,2}m`, 'g')
      expect(page.replaceAll(ours, '')).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u)
    }
  })
})

describe('a proof', () => {
  it('says that nothing was cited, and is a table without rows', async () => {
    const proof = await proofOf({ status: 'not-found', citations: [], claims: [], question: 'Who?' })
    expect(writeProofMarkdown(proof)).toContain('Nothing was cited.')
    expect(renderProof(proof, { colours: false, width: 80 })).toContain('Nothing was cited.')
    expect(toCsl(proof)).toEqual([])
    expect(parseCsv(writeProofCsv(proof))).toHaveLength(1)
  })

  it('keeps and shows who speaks and what introduces a quote', async () => {
    const given = await proofOf()
    const spoken = { introducedBy: '# The ships:', saidBy: 'Ellen *Marsh*,\u001b[2J' }
    const citations = given.record.citations.map((citation) => ({ ...citation, ...spoken }))
    const record = readRecord(JSON.stringify({ ...given.record, citations }))
    expect(record.citations[0]).toMatchObject(spoken)
    const proof: Proof = { ...given, record }
    const page = renderProof(proof, { colours: false, width: Number.POSITIVE_INFINITY })
    expect(page).toContain('# The ships:')
    expect(page).toMatch(/said by Ellen \*Marsh\*,.*as the text before it says/)
    const tree = fromMarkdown(writeProofMarkdown(proof))
    expect(textOf(tree)).toContain('said by Ellen *Marsh*,')
    expect(textOf(tree)).toContain('# The ships:')
    const [names = [], row = []] = parseCsv(writeProofCsv(proof))
    expect(row[names.indexOf('introduced_by')]).toBe(spoken.introducedBy)
    expect(row[names.indexOf('said_by')]).toContain('Ellen *Marsh*')
    expect(toCsl(proof)[0]?.note).toContain('said by Ellen *Marsh*')
    expect(JSON.parse(writeProofJson(proof))).toMatchObject({ citations: citations.map(() => spoken) })
  })

  it('shows words that are no quote, and speaks the language of the answer', async () => {
    const claims = [{ text: 'Le port a rouvert.', citations: [8], verbatim: false }]
    const proof = await proofOf({ claims, language: 'fr', notice: 'Une remarque.' })
    const page = renderProof(proof, { colours: false, width: Number.POSITIVE_INFINITY })
    for (const shown of ['Le port a rouvert. [8]', 'Preuve de la réponse', 'Inchangé', 'Une remarque.', 'modèles']) {
      expect(page).toContain(shown)
    }
    expect(writeProofMarkdown(proof)).toContain('Le port a rouvert. \\[8\\]')
  })
})

type Node = {
  readonly type: string
  readonly url?: string
  readonly value?: string
  readonly children?: readonly Node[]
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node)
  for (const child of node.children ?? []) visit(child, look)
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('\n')
}
