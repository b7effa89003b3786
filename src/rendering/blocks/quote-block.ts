import { interfaceTexts } from '../../interface-texts.ts'
import type { ArticleFacts, Language, Range } from '../../types.ts'
import { cleanLine } from '../cutting/clean.ts'
import { toSpans } from '../cutting/spans.ts'
import { displayWords } from '../texts/display-words.ts'
import type { Block } from '../types.ts'

/** How each language sets off words; French with spaces that do not break. */
const quotationMarks: Readonly<Record<Language, readonly [opening: string, closing: string]>> = {
  en: ['“', '”'],
  fr: ['«\u00a0', '\u00a0»'],
}

/** The closing mark of a quote block is a span of its own: what is cut is cut before it. */
export const closingMarks: ReadonlySet<string> = new Set(Object.values(quotationMarks).map(([, closing]) => closing))

export type Quoted = {
  readonly article: Pick<ArticleFacts, 'path'>
  readonly quote: string
  /** Ranges of `quote` to show in bold. */
  readonly marks?: readonly Range[]
}

/** Exact words between the quotation marks of the interface's language, the marked ones bold. */
export function quoteBlock({ article, quote, marks = [] }: Quoted, language: Language): Block {
  const [opening, closing] = quotationMarks[language]
  const spans = toSpans(displayWords({ text: quote, marks }, article))
  return { kind: 'quote', spans: [{ text: opening }, ...spans, { text: closing }] }
}

/** Words in quotation marks within a line. */
export function quoted(words: string, language: Language): string {
  const [opening, closing] = quotationMarks[language]
  return `${opening}${cleanLine(words)}${closing}`
}

/** Under a quote: what its article prints about its own mistakes, which is a quote too. */
export function correctionBlocks({ corrections = [], article }: Corrected, language: Language): readonly Block[] {
  const { corrected } = interfaceTexts(language)
  return corrections.map((note) => {
    const words = displayWords({ text: note, marks: [] }, article).text
    return { kind: 'text', spans: [{ text: `${corrected} ${quoted(words, language)}` }] }
  })
}

type Corrected = Pick<Quoted, 'article'> & { readonly corrections?: readonly string[] }

/** The heading above a quote. */
export function introductionBlock(words: string, article: Pick<ArticleFacts, 'path'>): Block {
  return { kind: 'introduction', spans: [{ text: cleanLine(displayWords({ text: words, marks: [] }, article).text) }] }
}
