/** Words that stood in an article once and no longer do: "stood there until 4 March, since corrected". */
import type { IndexedArticle, PassageIndex } from '../../ports/passage-index.ts'
import type { Revision } from '../../types.ts'
import type { Verification } from '../types.ts'
import { verifyText } from '../verify-text.ts'
import { createVerifyCorpus, readVerifiable } from './corpus.ts'

/** Revisions looked back, and versions read at most; the newest first. */
const limits = { revisions: 40, versions: 60 }

type Gone = { readonly article: IndexedArticle; readonly until: string }

/**
 * The verification with the place where the words stood before, when they stand nowhere exactly now.
 * @param revision the one verified against; the newest unless given.
 */
export async function withEarlier(
  index: PassageIndex,
  text: string,
  found: Verification,
  revision?: number,
): Promise<Verification> {
  if (found.words === 'exact') return found
  const gone = await goneVersions(index, revision)
  if (gone.length === 0) return found
  const corpus = createVerifyCorpus(
    await readVerifiable(
      index,
      gone.map(({ article }) => article),
    ),
  )
  const before = verifyText(text, corpus)
  const [match] = before.matches
  if (before.words !== 'exact' || match === undefined) return found
  const version = match.passageId.slice(0, match.passageId.lastIndexOf('.'))
  const was = gone.find(({ article: { id, version: name } }) => `${id}@${name}` === version)
  if (was === undefined) return found
  const current = await index.articles(revision)
  const isCorrected = current.some(({ id }) => id === was.article.id)
  return {
    ...found,
    notes: [...found.notes, 'earlier'],
    earlier: { until: was.until, isCorrected, match, speaker: before.speaker, meaning: before.meaning },
  }
}

/** Versions of articles that counted once and do not now, with the moment from which they did not. */
async function goneVersions(index: PassageIndex, revision: number | undefined): Promise<readonly Gone[]> {
  const all = await index.revisions()
  const past = all.filter(({ number }) => revision === undefined || number <= revision).slice(-limits.revisions)
  const names = (articles: readonly IndexedArticle[]) => new Set(articles.map(({ id, version }) => `${id}@${version}`))
  const newest = past.at(-1)
  if (newest === undefined || past.length < 2) return []
  const seen = names(await index.articles(newest.number))
  const gone: Gone[] = []
  let next: Revision = newest
  for (const older of past.slice(0, -1).reverse()) {
    for (const article of await index.articles(older.number)) {
      const name = `${article.id}@${article.version}`
      if (seen.has(name)) continue
      seen.add(name)
      gone.push({ article, until: next.builtAt })
      if (gone.length === limits.versions) return gone
    }
    next = older
  }
  return gone
}
