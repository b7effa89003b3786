/** Reads the set of invented articles with their quotes: see set/README.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../src/types.ts'

export type SetKind = 'right' | 'other speaker' | 'cut' | 'altered' | 'stitched' | 'earlier'
export type SetQuote = { readonly kind: SetKind; readonly text: string }
export type SetArticle = {
  readonly id: string
  readonly title: string
  readonly language: Language
  /** `work`: rules were tuned on it; `report`: nobody looked at it while they were. */
  readonly half: 'work' | 'report'
  readonly text: string
  /** The text that stood there before it was corrected. */
  readonly earlier?: string
  readonly quotes: readonly SetQuote[]
}

const folder = join(import.meta.dirname, 'set')

export function readSet(): readonly SetArticle[] {
  return readdirSync(folder)
    .filter((name) => /^(?:en|fr)-\d\d\.md$/.test(name))
    .sort()
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')))
}

function parse(file: string): SetArticle {
  const [, head = '', body = ''] = file.split(/^---\n/mu)
  const field = (name: string) => new RegExp(`^${name}: "?(.*?)"?$`, 'mu').exec(head)?.[1] ?? ''
  const [words = '', list = ''] = body.split('\n## Quotes\n')
  const text = words.trim()
  const lines = list.split('\n').filter((line) => line.startsWith('- '))
  const items = lines.map((line) => {
    const colon = line.indexOf(': ')
    return { kind: line.slice(2, colon), text: line.slice(colon + 2) }
  })
  const corrected = items.find(({ kind }) => kind === 'corrected')?.text.split(' => ')
  const quotes = items
    .filter(({ kind }) => kind !== 'corrected')
    .map(({ kind, text }) => ({ kind: kind as SetKind, text }))
  return {
    id: field('id'),
    title: field('title'),
    language: field('language') as Language,
    half: field('half') as 'work' | 'report',
    text,
    ...(corrected !== undefined && { earlier: text.replace(corrected[0] ?? '', corrected[1] ?? '') }),
    quotes,
  }
}
