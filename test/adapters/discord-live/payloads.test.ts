/** The long form, with 2,000 answers, is test/campaigns/discord.ts. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sayLine } from '../../../adapters/discord/answers/message.ts'
import { checkAnswerPayload, checkReply } from './check-payload.ts'
import { hostileAnswer, hostileText } from './hostile-answers.ts'

const clean = { refused: [], pings: 0, marks: [], foreign: [] }

it('what a hostile article makes of an answer is never refused, pings nobody and leads nowhere else', () => {
  fc.assert(
    fc.property(hostileAnswer, (answer) => {
      const found = checkAnswerPayload(answer)
      expect(found).toMatchObject(clean)
      // Nor is the stored link lost, or left plain words.
      expect(found.links.length > 0).toBe(answer.citations.some(({ article }) => article.url !== undefined))
    }),
    { numRuns: 200 },
  )
}, 30_000)

it('a line of any words is never refused, pings nobody and leads nowhere', () => {
  fc.assert(
    fc.property(hostileText(3_000, 1), (text) => {
      expect(checkReply(sayLine(text, 'en'), [])).toMatchObject(clean)
    }),
    { numRuns: 200 },
  )
}, 30_000)
