/** What an article prints about its own mistakes: a correction, a clarification or a retraction, in its exact words. */
import { splitSentences } from '../text/sentences.ts'
import type { Article, Range } from '../types.ts'

/** UTF-16 units of the longest note shown, and how many of one article. */
const limits = { note: 500, notes: 3 }
/** Further words of a sentence are not needed to tell what it is. */
const lookedAt = 300

const opening = String.raw`^[\s*_#>"“«'’([\]-]{0,12}(?:(?:editor['’]?s|editors['’]|publisher['’]?s) note\s*[:—–-]\s*)?`
const heads =
  'corrections?|clarifications?|errat(?:um|a)|corrigend(?:um|a)|retractions?|rectificatifs?|rectifications?|correctifs?|mises? au point|pr[ée]cisions?|r[ée]tractations?'
/** "(4 March)", ", March 4, 2026", "du 4 mars": when it was made. */
const made = String.raw`(?:\s*\([^()\n]{1,60}\)|,?\s[^.:;\n]{0,30}\d[^.:;\n]{0,24}|\s(?:appended|added|made)[^.:;\n]{0,40})?`
/** "Correction (4 March): …"; alone on its line it is a heading. */
const headed = new RegExp(String.raw`${opening}(?:${heads})${made}[\s*_\])]{0,6}(?:[:—–]|-\s|$)`, 'iu')
const aloneWith = new RegExp(String.raw`${opening}(?:${heads})${made}[\s*_\])]{0,6}[:—–-]?[\s*_]{0,6}$`, 'iu')
const english =
  /\b(?:this|our) (?:article|story|report|post|piece|headline|page|text|dispatch)(?: and its headline)? (?:was|has been|is|had to be) (?:since |later |now |subsequently )?(?:corrected|retracted|withdrawn|amended|(?:updated|revised|edited|changed) to (?:correct|clarify|fix|remove|reflect))|\b(?:an?|the) (?:earlier|previous|prior|original|initial|first) versions? of (?:this|our) (?:article|story|report|post|piece|headline|page|text|dispatch)|\bwe (?:have |had )?(?:since )?(?:corrected|retracted|withdrawn|amended) (?:this|the) (?:article|story|report|piece)/iu
const french =
  /(?<!\p{L})(?:cet(?:te)?|ce|notre) (?:article|texte|d[ée]p[êe]che|publication|titre|page|reportage|papier) (?:a|avait|est) (?:depuis |ensuite )?(?:[ée]t[ée] )?(?:depuis |ensuite )?(?:corrig[ée]|rectifi[ée]|r[ée]tract[ée]|retir[ée]|amend[ée]|modifi[ée])|(?<!\p{L})mise? [àa] jour pour (?:corriger|rectifier)|(?<!\p{L})(?:une|la) (?:premi[èe]re |pr[ée]c[ée]dente )?version (?:(?:ant[ée]rieure|pr[ée]c[ée]dente|initiale|pr[ée]alable|d['’]origine) )?(?:de (?:cet|cette|ce|notre) (?:article|texte|d[ée]p[êe]che|publication|papier)) (?:disait|indiquait|affirmait|mentionnait|[ée]crivait|pr[ée]sentait|comportait|contenait|donnait|attribuait|[ée]voquait|laissait|pr[ée]tait|confondait|situait)/iu

type Noted = Pick<Article, 'text' | 'language'>

const remembered = new WeakMap<Noted, readonly Range[]>()

/**
 * The notes of an article in reading order, each a slice of its text; none where it prints none. Only what speaks of the
 * article itself is one: that somebody else retracted a study is news.
 */
export function findCorrections(article: Noted): readonly string[] {
  return placeCorrections(article).map(({ start, end }) => article.text.slice(start, end))
}

/** The notes to set beside a quote: all but those that it shows itself. @param quote where it stands in the article. */
export function correctionsBeside(article: Noted, quote: Range): readonly string[] {
  return placeCorrections(article)
    .map((note) => ({ ...note, text: article.text.slice(note.start, note.end) }))
    .filter(({ start, text }) => start < quote.start || start + lastWordEnd(text) > quote.end)
    .map(({ text }) => text)
}

/** A quote may stop before the full stop. */
function lastWordEnd(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+$/u, '').length
}

function placeCorrections(article: Noted): readonly Range[] {
  const known = remembered.get(article)
  if (known !== undefined) return known
  const { text, language } = article
  const notes: Range[] = []
  let end = 0
  const sentences = splitSentences(text, language)
  for (const [at, sentence] of sentences.entries()) {
    if (notes.length === limits.notes) break
    if (sentence.start < end || !isNote(text.slice(sentence.start, Math.min(sentence.end, sentence.start + lookedAt))))
      continue
    const note = wholeNote(text, sentences, at)
    notes.push(note)
    end = note.end
  }
  remembered.set(article, notes)
  return notes
}

function isNote(sentence: string): boolean {
  return headed.test(sentence) || english.test(sentence) || french.test(sentence)
}

/** Its sentence, with those that follow on its line, and behind a heading on the next one, as far as there is room. */
function wholeNote(text: string, sentences: readonly Range[], at: number): Range {
  const first = sentences[at] ?? { start: 0, end: 0 }
  let { end } = first
  let breaks = aloneWith.test(text.slice(first.start, Math.min(first.end, first.start + lookedAt))) ? 1 : 0
  for (const next of sentences.slice(at + 1)) {
    if (text.slice(end, next.start).includes('\n') && breaks-- <= 0) break
    if (next.end - first.start > limits.note) break
    end = next.end
  }
  if (end - first.start <= limits.note) return { start: first.start, end }
  // One endless sentence: no word of it is cut.
  const space = text.lastIndexOf(' ', first.start + limits.note)
  return { start: first.start, end: space > first.start ? space : first.start + limits.note }
}
