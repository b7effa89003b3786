/** A verdict on a pasted quote as a terminal shows it: the verdict first, then the passage with what differs, then its source. */
import { createColors } from 'picocolors'
import { differingRanges } from '../../src/rendering/cutting/differing-ranges.ts'
import { describeSource } from '../../src/rendering/describe-source.ts'
import { withoutMarkdown } from '../../src/rendering/texts/display-words.ts'
import type { Language } from '../../src/types.ts'
import type { Match, Verdict, Verification } from '../../src/verify/types.ts'
import {
  areDifferencesListed,
  describeVerification,
  isPlainlyVerbatim,
  verificationTexts,
} from '../../src/verify/verification-texts.ts'
import { correctionLines } from './correction-lines.ts'
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
  const colour: Readonly<Record<Verdict, (text: string) => string>> = {
    verbatim: isPlainlyVerbatim(verification) ? paint.green : paint.yellow,
    altered: paint.red,
    stitched: paint.red,
    'not-found': paint.yellow,
  }
  const { verdict, matches } = verification
  const { heading, notes } = describeVerification(verification, options.language)
  const isListed = areDifferencesListed(verification)
  const lines = [
    colour[verdict](wrapText(toPrintableLine(heading), options.width, '')),
    ...notes.map((note) => wrapText(toPrintableLine(note), options.width, '')),
    ...proofOf(verification, options),
  ]
  const blocks = [
    lines.join('\n'),
    ...matches.map((match) => renderMatch(match, matches.length > 1, isListed, options)),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** Whose the words are by the article, in its own sentence. */
function proofOf({ speakers, matches }: Verification, { language, width }: VerificationOptions): readonly string[] {
  const proof = speakers?.proof
  if (proof === undefined || proof.quote === matches[0]?.quote) return []
  const { text } =
    matches[0] === undefined
      ? { text: proof.quote }
      : withoutMarkdown({ text: proof.quote, marks: [] }, matches[0].article)
  return [wrapText(`${verificationTexts(language).proof} “${toPrintableLine(text)}”`, width, indent)]
}

function renderMatch(match: Match, isOneOfSeveral: boolean, isListed: boolean, options: VerificationOptions): string {
  const paint = createColors(options.colours)
  const texts = verificationTexts(options.language)
  const wrap = (text: string) => wrapText(toPrintable(text), options.width, indent)
  const lines: string[] = []
  if (isOneOfSeveral || match.differences.length > 0) {
    lines.push(paint.dim(wrap(`${texts.given} “${toPrintableLine(match.given)}”`)))
  }
  lines.push(
    wrapText(
      `“${markDifferences(isListed ? match : { ...match, differences: [] }, options.colours)}”`,
      options.width,
      indent,
    ),
  )
  for (const { kind, given, original } of isListed ? match.differences : []) {
    const words = texts.differences[kind](toPrintableLine(given), toPrintableLine(original))
    lines.push(wrapText(`≠ ${words}`, options.width, indent))
  }
  if (match.sentence !== undefined) {
    const { text } = withoutMarkdown({ text: match.sentence.quote, marks: [] }, match.article)
    lines.push(wrap(`${texts.wholeSentence(match.cutOff)} “${text}”`))
  }
  const notes = correctionLines(match, options.language, options.width)
  return [...lines, paint.dim(wrap(describeSource(match, options.language).join(' · '))), ...notes].join('\n')
}

/** The article's words that differ, in bold where there are colours; the quoted words stay exactly as they are. */
function markDifferences(match: Match, colours: boolean): string {
  const { bold, underline } = createColors(colours)
  const { text: words, marks } = withoutMarkdown({ text: match.quote, marks: differingRanges(match) }, match.article)
  let text = ''
  let position = 0
  for (const { start, end } of marks) {
    text += toPrintable(words.slice(position, start)) + bold(underline(toPrintable(words.slice(start, end))))
    position = end
  }
  return text + toPrintable(words.slice(position))
}
