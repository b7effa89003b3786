/** A verdict on a pasted quote as a terminal shows it: the verdict first, then the passage with what differs, then its source. */
import { createColors } from 'picocolors'
import { formatDate, interfaceTexts } from '../../src/interface-texts.ts'
import { nameArticle } from '../../src/name-article.ts'
import type { Language } from '../../src/types.ts'
import type { Match, Verdict, Verification } from '../../src/verify/types.ts'
import { verificationTexts } from '../../src/verify/verification-texts.ts'
import { toPrintable, toPrintableLine } from './printable.ts'
import { wrapText } from './wrap-text.ts'

export type VerificationOptions = {
  readonly colours: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Of the interface: that of the pasted text. */
  readonly language: Language
}

const indent = '  '

/** Ends with a line end. Only `\n`, tabs and colour codes of our own command the terminal. */
export function renderVerification(verification: Verification, options: VerificationOptions): string {
  const paint = createColors(options.colours)
  const texts = verificationTexts(options.language)
  const colour: Readonly<Record<Verdict, (text: string) => string>> = {
    verbatim: paint.green,
    altered: paint.red,
    stitched: paint.red,
    'not-found': paint.yellow,
  }
  const { verdict, notes, matches } = verification
  const lines = [
    colour[verdict](wrapText(texts.verdicts[verdict], options.width, '')),
    ...notes.map((note) => wrapText(texts.notes[note], options.width, '')),
  ]
  const blocks = [lines.join('\n'), ...matches.map((match) => renderMatch(match, matches.length > 1, options))]
  return `${blocks.join('\n\n')}\n`
}

function renderMatch(match: Match, isOneOfSeveral: boolean, options: VerificationOptions): string {
  const paint = createColors(options.colours)
  const texts = verificationTexts(options.language)
  const wrap = (text: string) => wrapText(toPrintable(text), options.width, indent)
  const lines: string[] = []
  if (isOneOfSeveral || match.differences.length > 0) {
    lines.push(paint.dim(wrap(`${texts.given} “${toPrintableLine(match.given)}”`)))
  }
  lines.push(wrapText(`“${markDifferences(match, options.colours)}”`, options.width, indent))
  for (const { kind, given, original } of match.differences) {
    const words = texts.differences[kind](toPrintableLine(given), toPrintableLine(original))
    lines.push(wrapText(`≠ ${words}`, options.width, indent))
  }
  if (match.sentence !== undefined) {
    lines.push(wrap(`${texts.wholeSentence(match.cutOff)} “${match.sentence.quote}”`))
  }
  return [...lines, paint.dim(wrap(describeSource(match, options.language)))].join('\n')
}

/** The article's words that differ, in bold where there are colours; the quoted words stay exactly as they are. */
function markDifferences({ quote, start, differences }: Match, colours: boolean): string {
  const { bold, underline } = createColors(colours)
  let text = ''
  let position = 0
  for (const { at } of differences) {
    const [from, to] = [Math.max(position, at.start - start), Math.min(quote.length, at.end - start)]
    if (to <= from) continue
    text += toPrintable(quote.slice(position, from)) + bold(underline(toPrintable(quote.slice(from, to))))
    position = to
  }
  return text + toPrintable(quote.slice(position))
}

function describeSource({ article, paragraph }: Match, language: Language): string {
  const texts = interfaceTexts(language)
  const parts = [
    nameArticle(article),
    article.outlet,
    article.published === undefined ? texts.dateUnknown : formatDate(article.published, language),
    `${texts.paragraph} ${paragraph}`,
    article.language === language ? undefined : texts.otherLanguage[article.language],
    article.url ?? article.path,
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}
