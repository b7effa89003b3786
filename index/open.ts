import { join } from 'node:path'
import type { Ledger } from '../src/ports/ledger.ts'
import type { MaintainedWriter } from './corpus-change.ts'
import { openLedgerFile } from './ledger/store.ts'
import { type CorpusOptions, openIndex, openWriter, type SearchableIndex } from './sqlite/store.ts'

export type Corpus = {
  readonly index: SearchableIndex
  /** Opens its connection at the first call. */
  readonly writer: MaintainedWriter
  close(): Promise<void>
}

/** Opens `corpus.db` in the data folder, made when it is not there. Throws UserError when it cannot be used. */
export function openCorpus(options: CorpusOptions): Corpus {
  const index = openIndex(options)
  const writer = openWriter(options)
  return {
    index,
    writer,
    async close() {
      await writer.close()
      await index.close()
    },
  }
}

/** Opens `ledger.db` in the data folder, made when it is not there. Throws UserError when it cannot be used. */
export function openLedger(dataFolder: string): Ledger {
  return openLedgerFile(join(dataFolder, 'ledger.db'))
}
