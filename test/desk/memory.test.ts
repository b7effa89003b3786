import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createConversations } from '../../src/desk/conversations.ts'
import { createRecentAnswers } from '../../src/desk/recent-answers.ts'
import { sampleAnswer } from '../contracts/ledger-samples.ts'

const minuteMs = 60_000

function setUp() {
  let time = 1_000_000
  const now = () => time
  const pass = (ms: number) => {
    time += ms
  }
  return { conversations: createConversations(now), recent: createRecentAnswers(now), pass }
}
const said = (question: string, isPrivate = false) => ({ question, answer: `About ${question}`, private: isPrivate })

describe('the memory of conversations', () => {
  it('holds the last ten exchanges, oldest first', () => {
    const { conversations } = setUp()
    for (let at = 1; at <= 12; at += 1) conversations.add('c', 'discord:1', said(`${at}?`))
    const questions = conversations.recall('c', 'discord:2', false).map(({ question }) => question)
    expect(questions).toEqual(Array.from({ length: 10 }, (_, at) => `${at + 3}?`))
    expect(conversations.recall('another', 'discord:1', true)).toEqual([])
  })

  it('is gone fifteen minutes after the last use', () => {
    const { conversations, pass } = setUp()
    conversations.add('c', 'discord:1', said('one?'))
    pass(14 * minuteMs)
    expect(conversations.recall('c', 'discord:1', false)).toHaveLength(1)
    pass(14 * minuteMs)
    expect(conversations.recall('c', 'discord:1', false)).toHaveLength(1)
    pass(15 * minuteMs + 1)
    expect(conversations.recall('c', 'discord:1', false)).toEqual([])
  })

  it('gives what is private to nobody but its asker, asking in private', () => {
    const exchange = fc.record({
      asker: fc.constantFrom('discord:1', 'discord:2', 'discord:3'),
      private: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 15 }), exchange, (exchanges, asking) => {
        const { conversations } = setUp()
        for (const [at, { asker, private: isPrivate }] of exchanges.entries()) {
          conversations.add('c', asker, said(`${at} ${asker} ${isPrivate}`, isPrivate))
        }
        const recalled = conversations.recall('c', asking.asker, asking.private).map(({ question }) => question)
        const allowed = exchanges
          .map((one, at) => ({ ...one, text: `${at} ${one.asker} ${one.private}` }))
          .slice(-10)
          .filter((one) => !one.private || (asking.private && one.asker === asking.asker))
        expect(recalled).toEqual(allowed.map(({ text }) => text))
      }),
    )
  })

  it('forgets one person in all conversations, without keeping the rest longer', () => {
    const { conversations, pass } = setUp()
    conversations.add('c', 'discord:1', said('mine?'))
    conversations.add('c', 'discord:2', said('yours?'))
    conversations.add('d', 'discord:1', said('mine too?'))
    pass(10 * minuteMs)
    conversations.forget('discord:1')
    pass(6 * minuteMs)
    expect(conversations.recall('c', 'discord:2', false)).toEqual([])
    conversations.add('c', 'discord:1', said('mine?'))
    conversations.add('c', 'discord:2', said('yours?'))
    conversations.forget('discord:1')
    expect(conversations.recall('c', 'discord:1', true).map(({ question }) => question)).toEqual(['yours?'])
    expect(conversations.recall('d', 'discord:1', true)).toEqual([])
  })

  it('holds ten thousand conversations, those used last', () => {
    const { conversations } = setUp()
    for (let at = 0; at < 10_001; at += 1) conversations.add(`c${at}`, 'discord:1', said('one?'))
    expect(conversations.recall('c0', 'discord:1', false)).toEqual([])
    expect(conversations.recall('c1', 'discord:1', false)).toHaveLength(1)
  })
})

describe('the answers at hand', () => {
  it('are there for fifteen minutes, also when they are looked at, and until their asker forgets', () => {
    const { recent, pass } = setUp()
    recent.add(sampleAnswer('aaaaaaaaaa'), 'discord:1')
    recent.add(sampleAnswer('bbbbbbbbbb'), 'discord:2')
    pass(14 * minuteMs)
    expect(recent.find('aaaaaaaaaa')).toEqual(sampleAnswer('aaaaaaaaaa'))
    recent.forget('discord:1')
    expect(recent.find('aaaaaaaaaa')).toBeUndefined()
    expect(recent.find('bbbbbbbbbb')).toBeDefined()
    pass(minuteMs + 1)
    expect(recent.find('bbbbbbbbbb')).toBeUndefined()
  })
})
