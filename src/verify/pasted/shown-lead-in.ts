/**
 * Whether what a person writes around a quote is shown by the article: who speaks is judged apart, and a verb of saying is
 * anybody's; what else they write there ("who admitted fraud", "in 2019", "told Reuters") must be in the article.
 */
import { monthNumber, weekdayNumber } from '../../figures/calendar-words.ts'
import { foldString } from '../../figures/folded-text.ts'
import { auxiliaries, isSayingVerb, pronouns } from '../../speech/closed-words.ts'
import { hedgeOf } from '../../speech/hedge-of.ts'
import { type SpeechToken, tokensOf } from '../../speech/tokens.ts'
import { splitSentences } from '../../text/sentences.ts'
import { isStopWord } from '../../text/stop-words.ts'
import type { Language, Range } from '../../types.ts'
import { articleSpeech } from '../article-speech.ts'
import type { Given } from '../given-speaker.ts'
import type { TokenRange, VerifyCorpus } from '../search/corpus.ts'
import { sliceOf } from '../search/matches.ts'

/** They order what happened: the article must have them there too. */
const relation =
  /^(?:before|after|during|since|when|while|until|despite|avant|apres|lors|pendant|depuis|quand|lorsque|malgre)$/u
/** Whom and where things are said to, and nothing else. */
const anywhere =
  /^(?:reporters?|journalists?|journalistes?|press|presse|statement|communique|interview|entretien|conference|also|further|quote|citation|words?|mots|aussi|egalement|notamment|encore|ainsi|then|later|once|ensuite|puis|deja)$/u
/** Whoever pastes speaks to us. */
const chat = /(?<!\p{L})(?:i|you|we|je|j'|tu|vous|please|svp|hi|hello|bonjour|salut)(?!\p{L})|\?/u

/**
 * @param outside the person's words before, between and behind the quotes.
 * @param given whom they name there.
 * @returns the first words that the article does not show; undefined where it shows all.
 */
export function findUnshown(
  outside: readonly string[],
  given: Given,
  place: TokenRange,
  corpus: VerifyCorpus,
  language: Language,
): string | undefined {
  const article = articleSpeech(corpus.textAt(place.from))
  const slice = sliceOf(place, corpus)
  const paragraph = paragraphAt(article.text, slice)
  const near = wordsOf(article.text.slice(paragraph.start, paragraph.end))
  const all = wordsOf(article.text)
  const speech = article.speechAt(slice)
  const roles = speech?.speaker?.entity?.roles ?? new Set<string>()
  const named = wordsOf(`${calledBy(given)} ${speech?.speaker?.entity?.name ?? ''} ${speech?.speaker?.words ?? ''}`)
  const isFree = ({ folded }: SpeechToken) =>
    named.has(folded) ||
    roles.has(folded) ||
    isSayingVerb(folded) ||
    auxiliaries.has(folded) ||
    pronouns.has(folded) ||
    anywhere.test(folded)
  // "Did Tom Brand say “…”?" asks, and says nothing.
  if (chat.test(foldString(outside.join(' ')))) return undefined
  for (const words of outside) {
    for (const sentence of splitSentences(words, language)) {
      const said = words.slice(sentence.start, sentence.end)
      const added = isAdded(said, sentence.start > 0, named)
      if (added && !foldString(article.text).includes(foldString(said).replace(/[.!\s]+$/u, ''))) return said.trim()
      const hedge = hedgeOf(said)
      if (
        hedge !== undefined &&
        hedge !== speech?.hedge &&
        !named.has(foldString(said).trim()) &&
        !holdsHedge(article.text.slice(paragraph.start, paragraph.end), hedge)
      )
        return said.trim()
      for (const token of tokensOf(said, { start: 0, end: said.length })) {
        const { folded } = token
        if (!token.isWord || /-(?:t-)?(?:il|elle|ils|elles|on)$/u.test(folded)) continue
        if (relation.test(folded)) {
          if (!near.has(folded)) return token.text
          continue
        }
        const isExact = /\d/.test(folded) || monthNumber(folded) !== undefined || weekdayNumber(folded) !== undefined
        if (isExact && !near.has(folded)) return token.text
        if (isExact || isFree(token) || isStopWord(folded, 'en') || isStopWord(folded, 'fr')) continue
        if (token.isCapital && token.start > 0 && !near.has(folded)) return token.text
        if (!all.has(folded) && !hasForm(folded, all)) return token.text
      }
    }
  }
  return undefined
}

/** The name with the title before it; what is told of its bearer behind it (", who admitted fraud,") is checked. */
function calledBy({ words, name }: Given): string {
  const at = name === undefined ? -1 : words.indexOf(name)
  return name === undefined || at === -1 ? words : words.slice(0, at + name.length)
}

/** "He has resigned." behind the words of attribution: a statement of its own about whoever speaks. */
function isAdded(sentence: string, isBehind: boolean, named: ReadonlySet<string>): boolean {
  const first = tokensOf(sentence, { start: 0, end: sentence.length }).find(({ isWord }) => isWord)
  if (first === undefined || !isBehind) return false
  return first.isCapital && (pronouns.has(first.folded) || named.has(first.folded))
}

function holdsHedge(words: string, hedge: string): boolean {
  return hedgeOf(words) === hedge
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokensOf(text, { start: 0, end: text.length }).map(({ folded }) => folded))
}

/** "promised" of "promises": the same beginning, another ending. */
function hasForm(word: string, words: ReadonlySet<string>): boolean {
  const stem = word.slice(0, Math.max(4, word.length - 3))
  if (word.length < 5) return false
  for (const other of words) if (other.startsWith(stem) && Math.abs(other.length - word.length) <= 4) return true
  return false
}

function paragraphAt(text: string, { start, end }: Range): Range {
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', end)
  return { start: from, end: to === -1 ? text.length : to }
}
