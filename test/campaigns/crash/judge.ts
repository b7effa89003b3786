/** Looks at what a broken run left: exactly the old or the new revision, a free lock, and answers from what is there. */
import { join } from 'node:path'
import { openCorpus } from '../../../index/open.ts'
import { createRetriever } from '../../../index/retriever.ts'
import { takeRunLock } from '../../../index/run-lock.ts'
import { type AskParts, ask } from '../../../src/ask.ts'
import { createParts } from '../../../src/commands/parts.ts'
import type { Embedder } from '../../../src/ports/embedder.ts'
import { questionForAfter, type Scenario } from './crash-folders.ts'
import { fingerprint, nothing } from './fingerprint.ts'

export type Judgement = { readonly state: 'before' | 'after' | 'mixture'; readonly problem?: string }

export type Judge = {
  judge(scenario: Scenario, dataFolder: string): Promise<Judgement>
  close(): Promise<void>
}

/** Loads the model once for all folders. @param data an indexed folder. */
export async function createJudge(data: string): Promise<Judge> {
  const parts = createParts({ SOURCIER_DATA: data, SOURCIER_LOG_LEVEL: 'silent' })
  const { space, reader } = await parts.askParts()
  const embedder = await parts.embedder()

  const judge = async (scenario: Scenario, dataFolder: string): Promise<Judgement> => {
    const found = fingerprint(dataFolder)
    const state = found === scenario.before ? 'before' : found === scenario.after ? 'after' : 'mixture'
    if (state === 'mixture')
      return { state, problem: `holds ${found}, neither ${scenario.before} nor ${scenario.after}` }
    const lock = await takeRunLock({ dataFolder, purpose: 'crash campaign', patienceMs: 0 })
    lock.release()
    if (found === nothing) return { state }
    const problem = await wrongAnswer(dataFolder, state === 'after', embedder, { space, reader })
    return problem === undefined ? { state } : { state, problem }
  }
  return {
    judge: (scenario, dataFolder) =>
      judge(scenario, dataFolder).catch((error: unknown) => ({ state: 'mixture' as const, problem: String(error) })),
    close: () => parts.close(),
  }
}

async function wrongAnswer(
  dataFolder: string,
  knows: boolean,
  embedder: Embedder,
  reading: Pick<AskParts, 'space' | 'reader'>,
): Promise<string | undefined> {
  const { index, close } = openCorpus({ dataFolder })
  try {
    const answer = await ask({ index, ...reading, retriever: createRetriever(index, embedder) }, questionForAfter)
    const cites = answer.evidence[0]?.article.id === 'lighthouse'
    if (cites !== knows) return `finds ${answer.evidence[0]?.article.id} first`
    for (const { article, quote, start, end, passageId } of answer.citations) {
      const version = /@([0-9a-f]+)\./.exec(passageId)?.[1] ?? ''
      if ((await index.article(article.id, version))?.text.slice(start, end) !== quote) return `"${quote}" is no quote`
    }
    return undefined
  } finally {
    await close()
  }
}

/** Where the program's own files are, in a folder of a scenario. */
export const dataOf = (folder: string): string => join(folder, 'data')
