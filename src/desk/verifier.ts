import type { PassageIndex } from '../ports/passage-index.ts'
import { readVerifyCorpus, type VerifyCorpus } from '../verify/search/corpus.ts'
import { withEarlier } from '../verify/search/earlier-versions.ts'
import type { Verification } from '../verify/types.ts'
import { verifyAgainst } from '../verify/verify-against.ts'
import { verifyText } from '../verify/verify-text.ts'

/** So many articles are held ready, 0.2 MB each; of a longer corpus those that share the text's words are read. */
const mostHeld = 100

/** Checks pasted texts; what is held is read again only when there is another revision. */
export function createVerifier(index: PassageIndex): (text: string) => Promise<Verification> {
  let read: { readonly revision: number; readonly corpus: Promise<VerifyCorpus> } | undefined
  return async (text) => {
    const revision = await index.revision()
    if (revision === undefined || revision.articles > mostHeld)
      return await verifyAgainst(index, text, revision?.number)
    if (read?.revision !== revision.number) {
      const corpus = readVerifyCorpus(index, revision.number)
      read = { revision: revision.number, corpus }
      corpus.catch(() => {
        read = undefined
      })
    }
    return await withEarlier(index, text, verifyText(text, await read.corpus), revision.number)
  }
}
