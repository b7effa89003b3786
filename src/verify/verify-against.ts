/**
 * Verifying against a long corpus: only the articles that share the pasted text's words are read. verifyText with the
 * whole corpus is the reference that this is tested against.
 */
import type { IndexedArticle, PassageIndex } from '../ports/passage-index.ts'
import { foldWords } from '../text/fold.ts'
import { splitSentences } from '../text/sentences.ts'
import { seeThroughMarks } from '../text/source-marks.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Language } from '../types.ts'
import { splitAtEllipses } from './pasted/pasted-text.ts'
import { guessLanguage } from './pasted/text-language.ts'
import { createVerifyCorpus, readVerifiable, type VerifyCorpus } from './search/corpus.ts'
import { withEarlier } from './search/earlier-versions.ts'
import type { Verification } from './types.ts'
import { verifyText } from './verify-text.ts'

type CandidateLimits = {
  /** Up to so many articles all are read, so that nothing depends on the search. */
  readonly readAllUpTo: number
  /** Searches for one text, one a sentence or part of one. */
  readonly searches: number
  /** Passages that one search brings. */
  readonly passages: number
  /** Articles read at most. */
  readonly articles: number
}

const usual: CandidateLimits = { readAllUpTo: 60, searches: 12, passages: 15, articles: 30 }
/** Words of one search: more find the same, and each costs. */
const mostWords = 24

/** The verdict on a pasted text against the articles that count at a revision, the newest unless given. */
export async function verifyAgainst(index: PassageIndex, text: string, revision?: number): Promise<Verification> {
  const found = verifyText(text, await readCandidates(index, text, revision))
  return withEarlier(index, text, found, revision)
}

/** The articles that a pasted text may be from, ready to be verified against. */
export async function readCandidates(
  index: PassageIndex,
  text: string,
  revision?: number,
  limits: CandidateLimits = usual,
): Promise<VerifyCorpus> {
  const listed = await index.articles(revision)
  const chosen = listed.length <= limits.readAllUpTo ? listed : await choose(index, listed, text, revision, limits)
  return createVerifyCorpus(await readVerifiable(index, chosen))
}

/** In the order of the index, as all would be. */
async function choose(
  index: PassageIndex,
  listed: readonly IndexedArticle[],
  text: string,
  revision: number | undefined,
  limits: CandidateLimits,
): Promise<readonly IndexedArticle[]> {
  const searches = wordsToSearch(text, limits.searches)
  const found = await Promise.all(searches.map((words) => index.matching(words, limits.passages, revision)))
  const ids = new Set<string>()
  // The best of each search before the second best of any.
  for (let rank = 0; rank < limits.passages && ids.size < limits.articles; rank += 1) {
    for (const hits of found) {
      const hit = hits[rank]
      if (hit !== undefined && ids.size < limits.articles) ids.add(articleOf(hit.passageId))
    }
  }
  return listed.filter(({ id, version }) => ids.has(`${id}@${version}`))
}

/** `<articleId>@<version>` of `<articleId>@<version>.<ordinal>`. */
function articleOf(passageId: string): string {
  return passageId.slice(0, passageId.lastIndexOf('.'))
}

/** The folded words to search for, sentence by sentence and part by part. */
function wordsToSearch(text: string, most: number): readonly (readonly string[])[] {
  const { plain } = seeThroughMarks(text)
  const language = guessLanguage(plain)
  const stretches = splitAtEllipses(plain).flatMap(({ start, end }) => {
    const part = plain.slice(start, end)
    return splitSentences(part, language).map((sentence) => part.slice(sentence.start, sentence.end))
  })
  const perSearch = Math.ceil(stretches.length / most)
  const groups = Array.from({ length: Math.ceil(stretches.length / Math.max(1, perSearch)) }, (_, at) =>
    stretches.slice(at * perSearch, (at + 1) * perSearch).join('\n'),
  )
  return groups.map((group) => contentWords(group, language)).filter((words) => words.length > 0)
}

/** The longest words, which few articles share; function words only where there are no others. */
function contentWords(text: string, language: Language): readonly string[] {
  const words = [...new Set(foldWords(text).map(({ word }) => word))]
  const content = words.filter((word) => !isStopWord(word, language) && !isStopWord(word, 'en'))
  const telling = content.length > 0 ? content : words
  return telling.toSorted((left, right) => right.length - left.length).slice(0, mostWords)
}
