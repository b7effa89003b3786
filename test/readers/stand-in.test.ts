import { describe, expect, it } from 'vitest'
import type { Reader, StretchReading } from '../../src/ports/reader.ts'
import { createReader } from '../../src/readers/create-reader.ts'
import { withStandIn } from '../../src/readers/stand-in.ts'
import { ChatError } from '../../src/writing/chat-model.ts'

const stretches = ['One.', 'Two.', 'Three.'].map((sentence) => ({ sentences: [sentence] }))
const reading = (probability: number): StretchReading => ({ holds: probability, sentences: [probability] })

/** Reads what it is told to, and notes what it was asked for. */
function readerOf(read: (sentence: string) => StretchReading | undefined, patienceMs?: number) {
  const asked: { readonly sentences: readonly (string | undefined)[]; readonly limitMs: number }[] = []
  const reader: Reader = createReader({
    modelId: 'told',
    ...(patienceMs !== undefined && { patienceMs }),
    async read(_question, given, limitMs) {
      asked.push({ sentences: given.map(({ sentences }) => sentences[0]), limitMs })
      return given.map(({ sentences }) => read(sentences[0] ?? ''))
    },
  })
  return { reader, asked }
}

function standing(read: (sentence: string) => StretchReading | undefined) {
  const [first, second] = [readerOf(read, 20_000), readerOf(() => reading(0.5))]
  const reasons: string[] = []
  const onFailure = (reason: string) => void reasons.push(reason)
  const reader = withStandIn({ reader: first.reader, standIn: second.reader, onFailure })
  return { reader, first, second, reasons }
}

describe('a stand-in', () => {
  it('is not asked while the first reads', async () => {
    const { reader, first, second, reasons } = standing(() => reading(0.9))
    expect(await reader.read('Who?', stretches, 20_000)).toEqual([reading(0.9), reading(0.9), reading(0.9)])
    expect({ patience: reader.patienceMs, second: second.asked, reasons }).toEqual({
      ...{ patience: 20_000, second: [], reasons: [] },
    })
    expect(first.asked[0]?.limitMs).toBe(17_500)
  })

  it('reads what the first had no time for, in its place', async () => {
    const { reader, second, reasons } = standing((sentence) => (sentence === 'Two.' ? reading(0.9) : undefined))
    expect(await reader.read('Who?', stretches, 1_000)).toEqual([reading(0.5), reading(0.9), reading(0.5)])
    expect(second.asked[0]?.sentences).toEqual(['One.', 'Three.'])
    expect(second.asked[0]?.limitMs).toBeLessThanOrEqual(1_000)
    expect(reasons).toEqual(['the model took too long'])
  })

  it('reads all when the first cannot be had', async () => {
    const { reader, reasons } = standing(() => {
      throw new ChatError('unreachable', 'the connection to the model failed')
    })
    expect(await reader.read('Who?', stretches, 1_000)).toEqual([reading(0.5), reading(0.5), reading(0.5)])
    expect(reasons).toEqual(['the connection to the model failed'])
  })

  it('hides no fault of ours', async () => {
    const { reader } = standing(() => {
      throw new TypeError('a mistake')
    })
    await expect(reader.read('Who?', stretches, 1_000)).rejects.toThrow('a mistake')
  })
})
