/** A correction that an article prints goes with every quote from it: in answers, verdicts and proofs, on every platform. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replyWithAnswer } from '../../adapters/discord/answers/answer-reply.ts'
import { toMessage } from '../../adapters/discord/answers/message.ts'
import { createPages } from '../../adapters/discord/answers/pages.ts'
import { renderingMessages } from '../../adapters/telegram/messages/messages.ts'
import { renderAnswer as renderForTerminal } from '../../adapters/terminal/render-answer.ts'
import { renderVerification as renderVerdict } from '../../adapters/terminal/render-verification.ts'
import { ask } from '../../src/ask.ts'
import { toAnswerJson } from '../../src/commands/answer-json.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { readRecord } from '../../src/record/read-record.ts'
import { renderAnswer } from '../../src/rendering/blocks/render-answer.ts'
import { renderVerification } from '../../src/rendering/blocks/render-verification.ts'
import { toPlain } from '../../src/rendering/cutting/plain.ts'
import { verifyAgainst } from '../../src/verify/verify-against.ts'
import {
  articleOf,
  createCorpus,
  type MemoryCorpus,
  openBundledEmbedder,
  openBundledWords,
} from '../answer/seed-corpus.ts'

const note = 'Correction: an earlier version said that 400 lamps were stolen from the depot of Harl. The number is 40.'
const rectificatif = 'Rectificatif : une version précédente de cet article donnait 90 barques. Le port en compte 19.'
const lamps = articleOf(
  'lamps',
  `Thieves broke into the depot of Harl on Friday night.\n\nThey stole 40 lamps from the depot of Harl, the manager, Edda Vos, said.\n\n${note}\n`,
)
const boats = articleOf(
  'boats',
  `Le port de Trévas s’agrandit.\n\nLe port de Trévas compte 19 barques de pêche, a dit le maire.\n\n${rectificatif}\n`,
  'fr',
)
const plain = articleOf(
  'plain',
  'The lighthouse of Gull Rock is 31 metres high, its keeper said. It was built in 1877.',
)

describe('a printed correction', () => {
  let embedder: Embedder
  let corpus: MemoryCorpus

  beforeAll(async () => {
    embedder = await openBundledEmbedder()
    corpus = createCorpus(embedder, await openBundledWords(embedder))
    await corpus.update([lamps, boats, plain])
  })
  afterAll(() => embedder.close())

  const english = () => ask(corpus.parts, 'How many lamps were stolen from the depot of Harl?')
  const french = () => ask(corpus.parts, 'Combien de barques de pêche compte le port de Trévas ?')

  it('goes with the quote in an answer, word for word, and into its JSON and its record', async () => {
    const answer = await english()
    const [first] = answer.citations
    expect(first?.quote).toContain('40 lamps')
    expect(first?.corrections).toEqual([note])
    expect(lamps.text).toContain(note)
    expect(toAnswerJson(answer).citations[0]?.corrections).toEqual([note])
    const record = await makeRecord(answer, corpus.parts.index, { askedAt: '2026-11-21T12:00:00Z' })
    expect(readRecord(JSON.stringify(record)).citations[0]?.corrections).toEqual([note])
  })

  it('is not set beside the quotes of an article that prints none', async () => {
    const answer = await ask(corpus.parts, 'How high is the lighthouse of Gull Rock?')
    expect(answer.citations[0]?.quote).toContain('31 metres')
    expect(answer.citations[0]).not.toHaveProperty('corrections')
  })

  it('is a line under the quote on every platform, in both languages', async () => {
    const shown = {
      en: [await english(), `⚠ The article prints: “${note}”`],
      fr: [await french(), `⚠ L’article précise : «\u00a0${rectificatif}\u00a0»`],
    } as const
    for (const [answer, line] of Object.values(shown)) {
      const rendering = renderAnswer(answer, { kept: true })
      const lines = toPlain(rendering).split('\n')
      expect(lines[lines.findIndex((text) => text.startsWith('[1]')) + 1]).toBe(line)
      const { embeds } = toMessage(
        replyWithAnswer(answer, { kept: true, private: false, asked: answer.question, showsQuestion: false }),
        createPages(),
        '1',
      )
      expect(embeds[0]?.description).toContain(line.slice(0, 40))
      expect(
        renderingMessages(rendering, { chat: 1 })
          .map(({ text }) => text)
          .join('\n'),
      ).toContain(line)
      const terminal = renderForTerminal(answer, { colours: false, width: 400, explain: false })
      expect(terminal.replace(/[“”«»\u00a0]/gu, '')).toContain(line.replace(/[“”«»\u00a0]/gu, ''))
    }
  })

  it('goes with a verdict on a pasted quote', async () => {
    const found = await verifyAgainst(
      corpus.parts.index,
      '“They stole 40 lamps from the depot of Harl, the manager, Edda Vos, said.”',
    )
    expect(found.verdict).toBe('verbatim')
    expect(found.matches[0]?.corrections).toEqual([note])
    const line = `⚠ The article prints: “${note}”`
    expect(toPlain(renderVerification(found, 'en'))).toContain(line)
    expect(renderVerdict(found, { colours: false, width: 400, language: 'en' })).toContain(line)
  })

  it('is not repeated beside a quote that is the correction itself', async () => {
    const found = await verifyAgainst(corpus.parts.index, note)
    expect(found.verdict).toBe('verbatim')
    expect(found.matches[0]).not.toHaveProperty('corrections')
  })
})
