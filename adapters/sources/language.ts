import type { Language } from '../../src/types.ts'

// Enough for certainty, and quick on a long page. UTF-16 units.
const SAMPLE_LENGTH = 6000
// Below this length near relatives (Catalan, Tagalog) are told from French and English by chance. UTF-16 units.
const SHORT_TEXT = 200
const CLOSE_SCORE = 0.85

/** The language that a tag or name stands for: `fr-CA`, `FR`, `French`; undefined for one that is not read here. */
export function languageOfTag(tag: string): Language | undefined {
  const name = tag.trim().toLowerCase()
  if (/^(?:en(?:[-_].*)?|eng|english|anglais)$/u.test(name)) return 'en'
  return /^(?:fr(?:[-_].*)?|fra|fre|french|fran[çc]ais)$/u.test(name) ? 'fr' : undefined
}

/**
 * The language of a text as `en`, `fr`, the ISO 639-1 code of another, or undefined when it cannot be told. The detector
 * is loaded on first use, since most runs read articles whose language is written down.
 */
export async function detectLanguage(text: string): Promise<string | undefined> {
  const { eld } = await import('eld/extrasmall')
  const sample = text.slice(0, SAMPLE_LENGTH)
  const result = eld.detect(sample)
  if (result.language === 'en' || result.language === 'fr') return result.language
  if (result.language === '') return undefined
  const scores = result.getScores()
  const best = scores[result.language] ?? 0
  const [english, french] = [scores['en'] ?? 0, scores['fr'] ?? 0]
  const isClose = Math.max(english, french) >= CLOSE_SCORE * best
  if (sample.length >= SHORT_TEXT || !isClose) return result.language
  return french > english ? 'fr' : 'en'
}
