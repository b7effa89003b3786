/**
 * Whether what a person writes around a quote is shown by the article: who speaks is judged apart, and a verb of saying is
 * anybody's; what else they write there ("who admitted fraud", "in 2019", "told Reuters") must be in the article.
 */
import { monthNumber, weekdayNumber } from '../../figures/calendar-words.ts'
import { foldString } from '../../figures/folded-text.ts'
import {
  auxiliaries,
  conjunctions,
  determiners,
  isSayingVerb,
  joiners,
  prepositions,
  pronouns,
} from '../../speech/closed-words.ts'
import { hedgeOf } from '../../speech/hedge-of.ts'
import { type SpeechToken, tokensOf } from '../../speech/tokens.ts'
import { splitSentences } from '../../text/sentences.ts'
import { isStopWord } from '../../text/stop-words.ts'
import type { Language, Range } from '../../types.ts'
import { articleSpeech } from '../article-speech.ts'
import { findGivenSpeakers } from '../given-names.ts'
import type { Given } from '../given-speaker.ts'
import { findHedges } from '../locks/hedges.ts'
import type { TokenRange, VerifyCorpus } from '../search/corpus.ts'
import { sliceOf } from '../search/matches.ts'

/** They order what happened: the article must have them there too. */
const relation =
  /^(?:before|after|during|since|when|while|until|despite|avant|apres|lors|pendant|depuis|quand|lorsque|malgre)$/u
/** Whom and where things are said to, and nothing else. */
const anywhere =
  /^(?:reporters?|journalists?|journalistes?|press|presse|paper|newspaper|journal|radio|television|tv|statement|communique|interview|entretien|conference|also|further|quote|citation|words?|mots|aussi|egalement|notamment|encore|ainsi|then|later|once|ensuite|puis|deja)$/u
/** A letter of another alphabet in a Latin word: it looks like a name and is none. */
const mixedScripts =
  /(?:\p{Script=Latin}[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}]*\p{Script=Latin})[\p{L}\p{M}]*/u
const credit = /^[\s"”»'’.,]*(?:[-–—―~]|[([][^()[\]]*\p{L}[^()[\]]*[)\]]\W*$)/u
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
  const others = findGivenSpeakers(outside, language).map(({ name }) => name)
  const named = wordsOf(
    `${calledBy(given)} ${speech?.speaker?.entity?.name ?? ''} ${speech?.speaker?.words ?? ''} ${others.join(' ')}`,
  )
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
    // "— John Smith, The Guardian, 3 May 2024" and "(AFP)" say where it was found.
    if (credit.test(words)) continue
    const lookAlike = mixedScripts.exec(words)?.[0]
    if (lookAlike !== undefined && !article.text.includes(lookAlike)) return lookAlike
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
      const tokens = tokensOf(said, { start: 0, end: said.length })
      for (const [at, token] of tokens.entries()) {
        const { folded } = token
        // "D'après le ministre" orders nothing.
        if (folded === 'apres' && tokens[at - 1]?.folded === "d'") continue
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

/** Words of a lead-in at most, and words in it that only the article explains: "called the deal". */
const leadInLimits = { words: 16, explained: 2, likeness: 0.7 }

/**
 * Whether words around a quote do nothing but say whose it is: then they need not be the article's own. What is denied,
 * goes on behind the quote, or spells the article's words otherwise is compared word by word instead.
 */
export function isPureLeadIn(
  outside: readonly string[],
  given: Given,
  place: TokenRange,
  corpus: VerifyCorpus,
  language: Language,
): boolean {
  const { text } = corpus.textAt(place.from).article
  const { start, end } = paragraphAt(text, sliceOf(place, corpus))
  const paragraph = tokensOf(text, { start, end }).filter(({ isWord }) => isWord)
  const names = wordsOf(given.name ?? '')
  const folded = wordsOf(text)
  const exact = new Set(tokensOf(text, { start: 0, end: text.length }).map(({ text: word }) => word.toLowerCase()))
  const mention = wordsOf(given.words)
  return outside.every((words, at) => {
    const tokens = tokensOf(words, { start: 0, end: words.length }).filter(({ isWord }) => isWord)
    if (tokens.length === 0 || credit.test(words)) return true
    if (tokens.length > leadInLimits.words || findHedges(words, language).some(({ kind }) => kind === 'negation'))
      return false
    if (at > 0 && conjunctions.has(tokens[0]?.folded ?? '')) return false
    const others = tokens.filter(
      ({ folded: word }) =>
        !mention.has(word) &&
        !isSayingVerb(word) &&
        !isFunctionWord(word) &&
        !anywhere.test(word) &&
        !/-(?:t-)?(?:il|elle|ils|elles|on)$/u.test(word),
    )
    const own = tokens
      .filter(({ folded: word }) => !names.has(word) && !/^(?:according|to|selon|pour|for)$/u.test(word))
      .map(({ folded: word }) => word)
    const shared = sharedInOrder(
      own,
      paragraph.map(({ folded: word }) => word),
    )
    // The article's own words of attribution, but for one: they are compared word by word.
    if (own.length >= 5 && shared < own.length && shared / own.length >= leadInLimits.likeness) return false
    const isKnown = tokens.every(
      ({ folded: word, isCapital }) =>
        names.has(word) ||
        !mention.has(word) ||
        folded.has(word) ||
        hasForm(word, folded) ||
        (!isCapital && isFunctionWord(word)),
    )
    const isSpelled = tokens.every(
      ({ folded: word, text: written }) => !folded.has(word) || exact.has(written.toLowerCase()),
    )
    const isContent = others.every(({ folded: word }) => !isStopWord(word, 'en') && !isStopWord(word, 'fr'))
    return isKnown && isSpelled && isContent && others.length <= leadInLimits.explained
  })
}

/** Length of the longest common subsequence. */
function sharedInOrder(left: readonly string[], right: readonly string[]): number {
  let previous: readonly number[] = new Array<number>(right.length + 1).fill(0)
  for (const one of left) {
    const current = [0]
    for (const [at, other] of right.entries())
      current.push(one === other ? (previous[at] ?? 0) + 1 : Math.max(previous[at + 1] ?? 0, current[at] ?? 0))
    previous = current
  }
  return previous.at(-1) ?? 0
}

function isFunctionWord(word: string): boolean {
  return (
    determiners.has(word) ||
    pronouns.has(word) ||
    auxiliaries.has(word) ||
    joiners.has(word) ||
    prepositions.has(word) ||
    /^(?:that|que|comme|as|who|qui|call(?:s|ed)?|describe[sd]?|dub(?:s|bed)|terms?|termed|qualifi\p{L}+|appel\p{L}+|parle(?:nt)?|traite(?:nt)?)$/u.test(
      word,
    )
  )
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
