import { forgetCorpus, lookAtCorpus, setCorpusAside } from '../../../index/sqlite/replace-corpus.ts'
import { UserError } from '../../errors.ts'
import type { Parts } from '../parts.ts'
import { withRunLock } from './run-lock.ts'

/**
 * Sets aside what is left of the corpus, so that the run that follows is a first one. What maintainers have said
 * (sources.json) stays, and so do the answers given.
 * @throws UserError when the corpus is sound and nobody confirmed that its revisions are to go.
 */
export async function startAnew(parts: Parts, confirmed: boolean): Promise<void> {
  const { dataFolder, output } = parts
  const kept = await withRunLock(parts, 'index --anew', async () => {
    if (lookAtCorpus(dataFolder) === 'sound' && !confirmed) {
      throw new UserError(
        'the corpus is sound, and its revisions would be set aside: "sourcier index" brings it up to date; repeat with --yes to begin anew all the same',
      )
    }
    const kept = setCorpusAside(dataFolder, new Date())
    forgetCorpus(dataFolder)
    return kept
  })
  if (kept !== undefined) output.note(`The old corpus is kept as ${kept} in the data folder.`)
}
