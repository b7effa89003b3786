/** A verdict on a pasted quote: the verdict first, then what the article has, its source, and word by word what differs. */
import type { Language } from '../../types.ts'
import type { Match, Verification } from '../../verify/types.ts'
import {
  areDifferencesListed,
  describeVerification,
  isPlainlyVerbatim,
  verificationTexts,
} from '../../verify/verification-texts.ts'
import { cleanLine } from '../cutting/clean.ts'
import { differingRanges } from '../cutting/differing-ranges.ts'
import type { Block, Group, Rendering, Tone } from '../types.ts'
import { correctionBlocks, quoteBlock, quoted } from './quote-block.ts'
import { sourceBlock } from './source-block.ts'

export function renderVerification(verification: Verification, language: Language): Rendering {
  const { matches } = verification
  const { heading, notes } = describeVerification(verification, language)
  const head: Group = [
    { kind: 'lead', spans: [{ text: cleanLine(heading), style: 'bold' }] },
    ...notes.map((note): Block => ({ kind: 'text', spans: [{ text: cleanLine(note) }] })),
  ]
  const proof = proofOf(verification, language)
  const isOneOfSeveral = matches.length > 1
  const isListed = areDifferencesListed(verification)
  return {
    tone: toneOf(verification),
    groups: [
      [...head, ...proof],
      ...matches.map((match, position) =>
        renderMatch(match, language, isListed, isOneOfSeveral ? position + 1 : undefined),
      ),
    ],
  }
}

/** Whose the words are by the article, in its own sentence, where a person gives them to another. */
function proofOf({ speakers, matches }: Verification, language: Language): readonly Block[] {
  const [match] = matches
  if (speakers?.proof === undefined || match === undefined || match.quote === speakers.proof.quote) return []
  const { article } = match
  return [
    textBlock(verificationTexts(language).proof),
    quoteBlock({ article, quote: speakers.proof.quote, marks: [] }, language),
  ]
}

/** Words that were cut off or given to the wrong person are no green light, though they stand so in an article. */
function toneOf(verification: Verification): Tone {
  const { verdict } = verification
  if (verdict === 'altered' || verdict === 'stitched') return 'alarm'
  if (verdict === 'not-found') return 'not-found'
  return isPlainlyVerbatim(verification) ? 'answered' : 'unsure'
}

function renderMatch(match: Match, language: Language, isListed: boolean, n: number | undefined): Group {
  const { article, given, quote, differences, cutOff, sentence } = match
  const texts = verificationTexts(language)
  const blocks: Block[] = []
  if (n !== undefined || differences.length > 0) blocks.push(textBlock(`${texts.given} ${quoted(given, language)}`))
  const marks = isListed ? differingRanges(match) : []
  blocks.push(quoteBlock({ article, quote, marks }, language))
  if (sentence !== undefined) {
    const from = match.start - sentence.start
    const inner = { start: Math.max(0, from), end: Math.min(sentence.quote.length, from + quote.length) }
    const kept = inner.start < inner.end ? [inner] : []
    blocks.push(textBlock(cleanLine(texts.wholeSentence(cutOff))))
    blocks.push(quoteBlock({ article, quote: sentence.quote, marks: kept }, language))
  }
  blocks.push(sourceBlock(match, language, n), ...correctionBlocks(match, language))
  for (const { kind, given, original } of isListed ? differences : []) {
    const words = texts.differences[kind](cleanLine(given), cleanLine(original))
    blocks.push({ kind: 'item', spans: [{ text: `≠ ${words}` }] })
  }
  return blocks
}

function textBlock(text: string): Block {
  return { kind: 'text', spans: [{ text }] }
}
