import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFollows } from '../../index/ledger/follows.ts'
import { type FollowerParts, followOnce } from '../../src/follow/follower.ts'
import { lookAgain } from '../../src/follow/look-again.ts'
import type { FollowNews } from '../../src/follow/types.ts'
import { renderNews } from '../../src/rendering/blocks/render-news.ts'
import { toPlain } from '../../src/rendering/cutting/plain.ts'
import type { Answer, Citation } from '../../src/types.ts'
import { sampleAnswer } from '../contracts/ledger-samples.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'

const newFolder = temporaryFolders()

const citation = (n: number, quote: string): Citation => ({
  ...{ n, passageId: `port@00000000.${n}`, paragraph: n, quote, start: 0, end: quote.length, marks: [] },
  article: { id: 'port', language: 'en', path: 'port.txt' },
})

/** An answer that quotes these words, one claim each. */
function answerWith(...quotes: readonly string[]): Answer {
  return sampleAnswer('abcdefghij', {
    status: quotes.length === 0 ? 'not-found' : 'answered',
    claims: quotes.map((text, at) => ({ text, citations: [at + 1], verbatim: true })),
    citations: quotes.map((quote, at) => citation(at + 1, quote)),
  })
}

describe('looking again at a followed question', () => {
  it('finds the words that were not known, and only those', () => {
    const first = lookAgain({ known: [] }, answerWith('The port is closed.'))
    const second = lookAgain(first, answerWith('The port is open again.', 'The port is closed.'))
    expect(second.news?.claims.map(({ text }) => text)).toEqual(['The port is open again.'])
    expect(second.news?.citations.map(({ n }) => n)).toEqual([1])
    expect(second.known).toHaveLength(2)
  })

  it('finds no news in known words, wherever they stand now, nor in silence', () => {
    const { known } = lookAgain({ known: [] }, answerWith('The port is closed.'))
    expect(lookAgain({ known }, answerWith('The port is “closed”')).news).toBeUndefined()
    expect(lookAgain({ known }, answerWith()).news).toBeUndefined()
    expect(lookAgain({ known }, answerWith()).known).toEqual(known)
  })
})

describe('followed questions', () => {
  const open = (now?: () => number) => openFollows(join(newFolder(), 'ledger.db'), now)

  it('are kept, listed and removed', async () => {
    const follows = open()
    const one = await follows.add({ question: 'Is the port open?', target: 'stdout', revision: 1, known: ['a'] })
    const two = await follows.add({
      ...{ question: 'Et le port ?', target: 'telegram:-5', revision: 1, known: [], language: 'fr' },
    })
    expect(await follows.list()).toEqual([one, two])
    expect(await follows.remove(one.id)).toBe(true)
    expect(await follows.remove(one.id)).toBe(false)
    expect(await follows.remove('1 OR 1=1')).toBe(false)
    expect(await follows.list()).toEqual([two])
    await follows.close()
  })

  it('are looked at by one process only, and told by one only', async () => {
    const file = join(newFolder(), 'ledger.db')
    let time = 1_000
    const [one, other] = [openFollows(file, () => time), openFollows(file, () => time)]
    const { id } = await one.add({ question: 'Open?', target: 'stdout', revision: 1, known: [] })
    const step = { from: 1, to: 2, known: ['open'], news: answerWith('Open.') }
    expect(await Promise.all([one.advance(id, step), other.advance(id, step)])).toEqual([true, false])
    expect(await one.take((target) => target === 'discord:1')).toEqual([])
    const [news] = await one.take(() => true)
    expect(news).toMatchObject({ question: 'Open?', target: 'stdout' })
    expect(await other.take(() => true)).toEqual([])
    // Whoever took it has died.
    time += 61_000
    const [again] = await other.take(() => true)
    expect(again).toEqual(news)
    await other.settle(again?.id ?? 0)
    time += 61_000
    expect(await one.take(() => true)).toEqual([])
    await Promise.all([one.close(), other.close()])
  })

  it('keep older news that nobody could tell beside newer', async () => {
    const follows = open()
    const { id } = await follows.add({ question: 'Open?', target: 'stdout', revision: 1, known: [] })
    await follows.advance(id, { from: 1, to: 2, known: [], news: answerWith('One.') })
    await follows.advance(id, { from: 2, to: 3, known: [], news: answerWith('Two.') })
    expect(await follows.take(() => true)).toHaveLength(2)
    await follows.close()
  })
})

describe('a follower', () => {
  function follower(follows: ReturnType<typeof openFollows>, corpus: { revision: number; answer: Answer }) {
    const told: FollowNews[] = []
    const faults: unknown[] = []
    let asked = 0
    const parts: FollowerParts = {
      follows,
      newestRevision: async () => corpus.revision,
      ask: async () => {
        asked += 1
        return corpus.answer
      },
      reaches: (target) => target === 'stdout',
      tell: async (news) => {
        told.push(news)
      },
      reportFault: (error) => faults.push(error),
    }
    return { parts, told, faults, asked: () => asked }
  }

  it('tells the difference once, with its citation, and asks nothing while nothing changes', async () => {
    const follows = openFollows(join(newFolder(), 'ledger.db'))
    await follows.add({ question: 'Is the port open?', target: 'stdout', revision: 1, known: ['the port is closed'] })
    const corpus = { revision: 1, answer: answerWith('The port is closed.') }
    const { parts, told, asked } = follower(follows, corpus)
    await followOnce(parts)
    expect(asked()).toBe(0)
    corpus.revision = 2
    corpus.answer = answerWith('The port is closed.', 'The port opened on Monday.')
    await followOnce(parts)
    await followOnce(parts)
    expect(asked()).toBe(1)
    expect(told).toHaveLength(1)
    const [news] = told
    const text = news === undefined ? '' : toPlain(renderNews(news))
    expect(text).toContain('Is the port open?')
    expect(text).toContain('The port opened on Monday.')
    expect(text).toContain('[2] port')
    expect(text).not.toContain('closed.')
    await follows.close()
  })

  it('is not silent where revisions are counted from the beginning again, as after a restored backup', async () => {
    const follows = openFollows(join(newFolder(), 'ledger.db'))
    await follows.add({ question: 'Is the port open?', target: 'stdout', revision: 9, known: [] })
    const corpus = { revision: 0, answer: answerWith('The port opened on Monday.') }
    const { parts, told, asked } = follower(follows, corpus)
    await followOnce(parts)
    expect(asked()).toBe(0)
    corpus.revision = 2
    await followOnce(parts)
    await followOnce(parts)
    expect([asked(), told.length]).toEqual([1, 1])
    await follows.close()
  })

  it('goes on after a fault, and leaves what it does not reach to others', async () => {
    const follows = openFollows(join(newFolder(), 'ledger.db'))
    await follows.add({ question: 'One?', target: 'stdout', revision: 1, known: [] })
    await follows.add({ question: 'Two?', target: 'discord:123456789012345678', revision: 1, known: [] })
    const { parts, told, faults } = follower(follows, { revision: 2, answer: answerWith('News.') })
    let first = true
    const failing: FollowerParts = {
      ...parts,
      async ask(question, options) {
        if (first) {
          first = false
          throw new Error('the disk is full')
        }
        return await parts.ask(question, options)
      },
    }
    await followOnce(failing)
    expect(faults).toHaveLength(1)
    await followOnce(failing)
    expect(told.map(({ question }) => question)).toEqual(['One?'])
    expect(await follows.take((target) => target.startsWith('discord:'))).toHaveLength(1)
    await follows.close()
  })
})
