/** A desk over articles that do not exist, with the model that ships and a real ledger: opened once a test file. */
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openLedgerFile } from '../../index/ledger/store.ts'
import { createDesk, type DeskParts } from '../../src/desk/desk.ts'
import type { Desk } from '../../src/desk/types.ts'
import { createLog } from '../../src/log.ts'
import type { Ledger } from '../../src/ports/ledger.ts'
import { readSettings } from '../../src/settings.ts'
import {
  articleOf,
  createCorpus,
  type MemoryCorpus,
  openBundledEmbedder,
  openBundledWords,
} from '../answer/seed-corpus.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'

export const harbourText = `The harbour of Tidewick reopened on Monday after it had been closed for 12 days.

The harbour master, Ellen Marsh, said that 340 ships had waited outside the port during the storm.

Repairs of the northern pier will cost 4.5 million euros, the council said.
`
const bridgeText = `Le nouveau pont sur la rivière Orle porte 9 200 voitures par jour, a déclaré le ministère des Transports.

Le pont a remplacé un bac qui traversait la rivière depuis 1891.
`
export const harbour = { ...articleOf('harbour', harbourText), published: '2026-02-01', title: 'Harbour reopens' }
export const bridge = { ...articleOf('bridge', bridgeText, 'fr'), published: '2026-03-01' }

export type SampleDesk = {
  readonly desk: Desk
  readonly ledger: Ledger
  readonly ledgerFile: string
  readonly corpus: MemoryCorpus
  readonly warnings: readonly unknown[]
}

export type SampleOptions = Partial<Omit<DeskParts, 'settings' | 'askParts'>> & {
  readonly variables?: Readonly<Record<string, string>>
  /** Nothing was ever indexed. */
  readonly empty?: boolean
  /** What is said of quiet sources. */
  readonly stale?: string
}

/** To be called at the top of a test file: gives the function that makes desks. */
export function sampleDesks(): (options?: SampleOptions) => Promise<SampleDesk> {
  const newFolder = temporaryFolders()
  const ledgers: Ledger[] = []
  const opened = openBundledEmbedder().then(async (embedder) => ({ embedder, space: await openBundledWords(embedder) }))
  afterAll(async () => {
    for (const ledger of ledgers) await ledger.close()
    await (await opened).embedder.close()
  })
  return async ({ variables = {}, empty = false, stale, ...parts } = {}) => {
    const { embedder, space } = await opened
    const corpus = createCorpus(embedder, space)
    if (!empty) await corpus.update([harbour, bridge])
    const ledgerFile = join(newFolder(), 'ledger.db')
    const ledger = openLedgerFile(ledgerFile)
    ledgers.push(ledger)
    const warnings: unknown[] = []
    const log = createLog('silent', (text) => text)
    log.warn = (fields: unknown) => void warnings.push(fields)
    const desk = createDesk({
      ...{
        settings: readSettings(variables),
        askParts: { ...corpus.parts, stale: () => stale },
        chat: undefined,
        version: '1.2.3',
        log,
      },
      ledger: async () => ledger,
      embedder: async () => embedder,
      reindex: async () => ({ revision: 1, summary: 'nothing to do.' }),
      ...parts,
    })
    return { desk, ledger, ledgerFile, corpus, warnings }
  }
}
