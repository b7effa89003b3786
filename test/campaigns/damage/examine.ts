/** Opens a damaged corpus as the program would, and compares all it says with what it said before. */
import type { Corpus } from '../../../index/open.ts'
import { UserError } from '../../../src/errors.ts'
import { vectorOf } from '../../contracts/corpus-samples.ts'

export type Opened = Corpus & { readonly messages: string[] }
export type Open = (dataFolder: string) => Opened

/** Everything that a whole corpus says, as text. */
export type Said = { readonly nearest: string; readonly words: string; readonly contents: string }

const queries = Array.from({ length: 10 }, (_, at) => vectorOf(`query ${at}`))

async function readAll({ index }: Corpus): Promise<Said> {
  const articles = await index.articles()
  const nearest = await Promise.all(queries.map((vector) => index.nearest(vector, 5)))
  const words = await Promise.all(['first', 'paragraph', '17', 'article'].map((word) => index.matching([word], 5)))
  const contents: unknown[] = [await index.revisions(), articles]
  for (const { id, version } of articles) {
    contents.push(await index.article(id, version), await index.passagesOf(id, version))
  }
  const rounded = (hits: typeof nearest) =>
    JSON.stringify(hits.map((some) => some.map(({ passageId, score }) => `${passageId} ${score.toFixed(4)}`)))
  return { nearest: rounded(nearest), words: rounded(words), contents: JSON.stringify(contents) }
}

/** What a corpus says that nothing happened to, every vector looked at. */
export async function remember(dataFolder: string, open: Open): Promise<Said> {
  const corpus = open(dataFolder)
  try {
    return await readAll(corpus)
  } finally {
    await corpus.close()
  }
}

export type Examined = {
  /**
   * `rebuilt`: named in the log and built again. `harmless`: all is right, and there was nothing to say. `empty`: taken for
   * a corpus that never was, so that the program would build it from the seeds without a word.
   */
  readonly end: 'rebuilt' | 'harmless' | 'refused' | 'empty' | 'unnoticed' | 'wrong'
  readonly detail: string
}

/** Before, while and after the vector cache is checked and built again: the right passages each time. */
export async function examine(dataFolder: string, open: Open, said: Said): Promise<Examined> {
  let corpus: Opened | undefined
  try {
    corpus = open(dataFolder)
    if ((await corpus.index.revision()) === undefined) return { end: 'empty', detail: 'no revision' }
    const early = await readAll(corpus)
    await corpus.index.settle()
    const late = await readAll(corpus)
    const messages = corpus.messages.join(' | ')
    if (/every vector is looked at/.test(messages)) throw new UserError(messages)
    for (const [when, found] of [
      ['before it settles', early],
      ['settled', late],
    ] as const) {
      if (found.nearest !== said.nearest) return { end: 'unnoticed', detail: `other passages ${when}: ${messages}` }
      if (found.words !== said.words || found.contents !== said.contents) {
        return { end: 'unnoticed', detail: 'other words or facts' }
      }
    }
    const rebuilt = /distrusted|removed/.test(messages) && /index built/.test(messages)
    const built = /index built/.test(messages)
    return { end: rebuilt || built ? 'rebuilt' : 'harmless', detail: messages }
  } catch (error) {
    if (error instanceof Error && error.name.endsWith('Error') && isOneLineWithRemedy(error)) {
      return { end: 'refused', detail: error.message }
    }
    return { end: 'wrong', detail: String(error) }
  } finally {
    await corpus?.close()
  }
}

/** A UserError or FileError of the compiled program, which is another class than that of the sources. */
function isOneLineWithRemedy(error: Error): boolean {
  const isForPeople = error.name === 'UserError' || error.name === 'FileError'
  return (
    isForPeople &&
    !error.message.includes('\n') &&
    /bring it back|update Sourcier|run "sourcier index"/.test(error.message)
  )
}
