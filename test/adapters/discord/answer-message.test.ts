import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replyWithAnswer } from '../../../adapters/discord/answers/answer-reply.ts'
import { type Message, sayLine, toMessage, turnTo } from '../../../adapters/discord/answers/message.ts'
import { createPages } from '../../../adapters/discord/answers/pages.ts'
import { checkMessage } from '../../peers/discord/checks/message.ts'
import { findLinks, findLiveMarks } from '../../peers/discord/markup.ts'
import { englishQuote, makeAnswer } from '../terminal/answers.ts'
import { hostileAnswer, hostileText, storedLink } from './hostile.ts'

const userId = '111111111111111111'
const options = { kept: true, private: false, asked: 'When?', showsQuestion: true }

/** As discord.js writes it. */
function body({ embeds, components, allowedMentions: { parse, repliedUser } }: Message): Record<string, unknown> {
  return JSON.parse(JSON.stringify({ embeds, components, allowed_mentions: { parse, replied_user: repliedUser } }))
}

const texts = ({ embeds }: Message): readonly string[] =>
  embeds.flatMap(({ title, description }) => [title, description].filter((text) => text !== undefined))

describe('an answer as a message', () => {
  test('is within every limit of Discord, with its buttons, on every page', () => {
    fc.assert(
      fc.property(hostileAnswer, hostileText(200), (answer, asked) => {
        const pages = createPages()
        const first = toMessage(replyWithAnswer(answer, { ...options, asked }), pages, userId)
        const next = /page:([a-z2-7]{10}):/.exec(JSON.stringify(first.components))?.[1]
        const others = next === undefined ? [] : [0, 1, 2].map((n) => turnTo(next, n, pages))
        for (const message of [first, ...others].filter((page) => page !== undefined)) {
          checkMessage(body(message))
          expect(message.embeds).toHaveLength(1)
          expect(JSON.stringify(message).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('leads nowhere but to the stored links of its articles, and names nobody', () => {
    fc.assert(
      fc.property(hostileAnswer, hostileText(30), (answer, asked) => {
        const message = toMessage(replyWithAnswer(answer, { ...options, asked }), createPages(), userId)
        for (const text of texts(message)) {
          for (const { address } of findLinks(text)) expect(address).toBe(storedLink)
          expect(findLiveMarks(text)).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('sets the words off, the ones that answer in bold, with their source in the same embed', () => {
    const [embed] = toMessage(replyWithAnswer(makeAnswer(), options), createPages(), userId).embeds
    expect(embed?.description).toContain(
      '> “The harbour reopened after **12 days**.”\n-# \\[1\\] Harbour reopens · The Daily Tide',
    )
  })

  test('says in words and in a sign how it is meant', () => {
    const authors = (['answered', 'unsure', 'not-found'] as const).map((status) => {
      const cited = status === 'not-found' ? { claims: [], citations: [] } : {}
      const [embed] = toMessage(
        replyWithAnswer(makeAnswer({ status, ...cited }), options),
        createPages(),
        userId,
      ).embeds
      return [embed?.author?.name, embed?.color]
    })
    expect(new Set(authors.map(([name]) => name)).size).toBe(3)
    expect(new Set(authors.map(([, colour]) => colour)).size).toBe(3)
    expect(authors[0]?.[0]).toBe('✅ Answer')
  })

  test('offers a menu of passages where there are more than a row of buttons holds', () => {
    const citations = Array.from({ length: 7 }, (_, at) => ({ ...englishQuote, n: at + 1 }))
    const message = toMessage(replyWithAnswer(makeAnswer({ citations }), options), createPages(), userId)
    expect(JSON.stringify(message.components[0])).toContain('"value":"7"')
    checkMessage(body(message))
  })

  test('offers no passage where nothing is cited', () => {
    const answer = makeAnswer({ status: 'not-found', claims: [], citations: [] })
    const { components } = toMessage(replyWithAnswer(answer, options), createPages(), userId)
    expect(JSON.stringify(components)).not.toContain('passage')
  })

  test('turns pages only while they are kept', () => {
    const pages = createPages()
    const long = { ...sayLine('', 'en'), rendering: { tone: 'plain', groups: sentences } } as const
    const first = toMessage(long, pages, userId)
    const key = /page:([a-z2-7]{10}):1/.exec(JSON.stringify(first.components))?.[1] ?? ''
    expect(turnTo(key, 1, pages)?.embeds[0]?.author?.name).toMatch(/^2\/\d$/)
    expect(turnTo(key, 99, pages)).toBeUndefined()
    expect(turnTo('aaaaaaaaaa', 0, pages)).toBeUndefined()
  })

  test('says a line when there is nothing to show', () => {
    checkMessage(body(toMessage(sayLine('', 'en'), createPages(), userId)))
  })
})

const sentences = Array.from({ length: 40 }, () => [
  { kind: 'text' as const, spans: [{ text: 'A sentence that says one thing and then another. '.repeat(5) }] },
])
