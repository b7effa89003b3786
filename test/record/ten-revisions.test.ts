import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedgerFile } from '../../index/ledger/store.ts'
import { openCorpus } from '../../index/open.ts'
import { openProof } from '../../src/record/open-proof.ts'
import { manySamples, sample } from '../contracts/corpus-samples.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'
import { answerWith, askedAt, cite, commit, recordOf } from './sample-record.ts'

const newFolder = temporaryFolders()
const opening = 'The harbour of Tidewick had been closed for 12 days because of the storm.'
const quotes = {
  calm: 'The ferry carries 340 passengers each day, the company said.',
  moved: 'Repairs of the northern pier will cost 4.5 million euros.',
  figure: 'The council counted 18 damaged boats in the old basin on Monday.',
  erased: 'Nobody was hurt when the crane fell into the water.',
  withdrawn: 'The mayor promised a new lighthouse by the end of the year.',
}
const article = (id: string, ...paragraphs: string[]) => sample(id, [opening, ...paragraphs])
const first = {
  calm: article('calm', quotes.calm),
  moved: article('moved', quotes.moved),
  figure: article('figure', quotes.figure),
  erased: article('erased', quotes.erased),
  withdrawn: article('withdrawn', quotes.withdrawn),
}

describe('a record', () => {
  it('opens after ten re-indexings and a rollback: its quotes unchanged, the state of each citation right', async () => {
    const dataFolder = newFolder()
    const ledgerFile = join(dataFolder, 'ledger.db')
    let corpus = openCorpus({ dataFolder })
    await commit(corpus, Object.values(first))
    const answer = answerWith(Object.entries(quotes).map(([id, quote], at) => cite(at + 1, find(id), quote)))
    const written = openLedgerFile(ledgerFile)
    const record = await recordOf(corpus, answer)
    await written.record(answer, record, 'terminal')
    await written.close()
    expect(record.citations.map(({ verdict }) => verdict)).toEqual(Array(5).fill('exact'))
    expect(record).toMatchObject({ models: { embedding: 'sample-model' }, askedAt })

    const look = async () => {
      const ledger = openLedgerFile(ledgerFile)
      const proof = await openProof(' ABCDEFGH23\n', ledger, corpus.index)
      await ledger.close()
      expect(proof.record).toEqual(record)
      expect(proof.check.citations.map(({ integrity }) => integrity)).toEqual(Array(5).fill('intact'))
      return proof.check.citations.map(({ state, quoteNow }) => [state, quoteNow?.found].filter(Boolean).join(' '))
    }
    const same = 'unchanged'
    expect(await look()).toEqual([same, same, same, same, same])

    await commit(corpus, manySamples(20))
    expect(await look()).toEqual([same, same, same, same, same])
    await commit(corpus, [sample('moved', ['A new first paragraph.', opening, 'Another.', quotes.moved])])
    expect(await look()).toEqual([same, 'changed exact', same, same, same])
    await commit(corpus, [article('figure', quotes.figure.replace('18', '118'))])
    await commit(corpus, [article('erased', 'All went well on that day.')])
    await commit(corpus, [], ['withdrawn'])
    expect(await look()).toEqual([same, 'changed exact', 'changed altered', 'changed gone', 'withdrawn'])
    await commit(corpus, manySamples(5, 'late'), ['article-1', 'article-2'])
    await commit(corpus, [first.figure])
    expect(await look()).toEqual([same, 'changed exact', same, 'changed gone', 'withdrawn'])
    await commit(corpus, [article('moved', quotes.moved.replaceAll(' ', '\u00a0'))])
    await commit(corpus, [first.withdrawn, article('figure', 'Eighteen boats.')])
    await commit(corpus, [first.erased], ['withdrawn'])
    const tenth = [same, 'changed same-words', 'changed gone', same, 'withdrawn']
    expect(await look()).toEqual(tenth)
    expect((await corpus.index.revision())?.number).toBe(11)

    await corpus.close()
    corpus = openCorpus({ dataFolder })
    expect(await look()).toEqual(tenth)
    await corpus.writer.rollback(6)
    expect(await look()).toEqual([same, 'changed exact', 'changed altered', 'changed gone', 'withdrawn'])
    await corpus.writer.rollback(1)
    expect(await look()).toEqual([same, same, same, same, same])
    await corpus.close()
  })
})

function find(id: string) {
  const found = Object.values(first).find(({ article }) => article.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
