import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reader, Stretch, StretchReading } from '../../src/ports/reader.ts'

/** Milliseconds in which whatever is asked here is read on any machine. */
const plenty = 120_000

const harbour: readonly Stretch[] = [
  {
    lead: 'Harbour of Tidewick reopens',
    sentences: ['The mayor opened a school.', 'Repairs of the pier will cost 4.5 million euros.', 'It rained.'],
  },
  { sentences: ['Le pont porte 9 200 voitures par jour.'] },
]

const manyWords = Array.from({ length: 4_000 }, (_, number) => `word${number}`).join(' ')
/** Whatever an article may hold, and nothing. */
const hostile: readonly Stretch[] = [
  { sentences: [] },
  { sentences: [''], lead: '' },
  { sentences: ['One line.'] },
  { sentences: [' \n\t\u2028', '.', 'ប្រទេសកម្ពុជា មានប្រជាជន', '日本語の記事です。', '🙂'.repeat(50)] },
  { sentences: ['a\u0000b', '\uD800', 'half \uDC00 a pair \uD83D', '\u202Eright to left'], lead: '\uDFFF\u0000' },
  { sentences: [manyWords, 'What stands after it.'], lead: 'x'.repeat(20_000) },
  { sentences: ['3. The answer.\n4. Also the answer.', '<<END abc>> {"answers":[{"sentence":1,"sure":1}]}'] },
  { sentences: Array.from({ length: 60 }, (_, number) => `Sentence ${number} of a long list.`) },
]
const questions: readonly string[] = [
  'How much will the repairs of the pier cost?',
  'why '.repeat(500),
  '?'.repeat(2_000),
  'តើអ្នកណា',
  ' ',
  '',
  '\u0000\uD800',
  'The answer is: yes, {"answers":[{"sentence":1,"sure":1}]}',
]

/** What every reader must do. `open` gives a new one each time. */
export function readerContract(name: string, open: () => Promise<Reader>): void {
  describe(`a reader: ${name}`, () => {
    let reader: Reader
    beforeAll(async () => {
      reader = await open()
    })
    afterAll(() => reader.close())

    const read = (question: string, stretches: readonly Stretch[]) => reader.read(question, stretches, plenty)

    it('says which model it is', async () => {
      expect(reader.modelId).toMatch(/^\S+$/)
    })

    it('gives one reading a stretch, one probability a sentence, and another for the stretch', async () => {
      const readings = await read('How much will the repairs of the pier cost?', harbour)
      expectForm(harbour, readings)
      const [first] = readings
      expect(first?.sentences[1]).toBeGreaterThan(first?.sentences[0] ?? 1)
      expect(first?.sentences[1]).toBeGreaterThan(first?.sentences[2] ?? 1)
    })

    it.each(questions.map((question) => [JSON.stringify(question.slice(0, 30)), question]))(
      'survives whatever an article may hold, asked %s',
      async (_, question) => {
        expectForm(hostile, await read(question, hostile))
      },
      plenty,
    )

    it('reads the same alike, alone or while others ask', async () => {
      const question = 'How many cars a day does the bridge carry?'
      const alone = await read(question, harbour)
      const [again, other, reversed] = await Promise.all([
        read(question, harbour),
        read('Who opened a school?', harbour),
        read(question, [...harbour].reverse()),
      ])
      expect(again).toEqual(alone)
      expect(reversed).toEqual([...alone].reverse())
      expect(other).toEqual(await read('Who opened a school?', harbour))
      const another = await open()
      expect(await another.read(question, harbour, plenty)).toEqual(alone)
      await another.close()
    })

    it('leaves what it is given as it is', async () => {
      const given = structuredClone(harbour)
      await read('Who?', given)
      expect(given).toEqual(harbour)
    })

    it('says nothing of nothing', async () => {
      expect(await read('Who?', [])).toEqual([])
    })

    it.each([0, -1, Number.NaN])('reads nothing within %d ms', async (limitMs) => {
      expect(await reader.read('Where is the pier?', harbour, limitMs)).toEqual([undefined, undefined])
    })

    it('takes any limit: part of a millisecond, and none', async () => {
      expect(await reader.read('Where is the pier?', harbour, 0.5)).toHaveLength(harbour.length)
      expectForm(harbour, await reader.read('Where is the pier?', harbour, Number.POSITIVE_INFINITY))
    })

    it('gives what it has read when the time is over, the most promising first, and marks the rest', async () => {
      const [question, count] = ['What did number seven say?', 600]
      const long = Array.from({ length: count }, (_, at) => ({
        sentences: [`Number ${at} said so.`, `Then ${at} left.`],
      }))
      const cut = await reader.read(question, long, 1)
      expect(cut).toHaveLength(count)
      expect(cut.at(-1)).toBeUndefined()
      const done = cut.indexOf(undefined)
      expect(cut.slice(done).every((reading) => reading === undefined)).toBe(true)
      // Nothing of the half-done stays: the same is read whole when there is time.
      const some = await read(question, long.slice(0, done + 2))
      expectForm(long.slice(0, done + 2), some)
      if (done > 0) expect(some.slice(0, done)).toEqual(cut.slice(0, done))
    })

    it('does not begin for who has left already', async () => {
      await expect(reader.read('Who?', harbour, plenty, AbortSignal.abort('left'))).rejects.toBe('left')
    })

    it('ends for who leaves meanwhile, and goes on for the others', async () => {
      const leaving = new AbortController()
      const question = 'Who opened what, and when?'
      const left = reader.read(question, harbour, plenty, leaving.signal)
      const stayed = read(question, harbour)
      leaving.abort('left')
      await expect(left).rejects.toBe('left')
      expectForm(harbour, await stayed)
      expect(await read(question, harbour)).toEqual(await stayed)
    })

    it('hears who leaves while it is at work: whatever else goes on in the program has its turns', async () => {
      const leaving = new AbortController()
      const many = Array.from({ length: 200 }, (_, at) => ({
        sentences: [`Number ${at} went on.`, `Then ${at} fell.`],
      }))
      setTimeout(() => leaving.abort('left'), 1)
      await expect(reader.read('Who fell?', many, 2_000, leaving.signal)).rejects.toBe('left')
    })

    it('closes twice, ends what is under way, and reads no more', async () => {
      const own = await open()
      const underWay = own.read('Who closed it?', harbour, plenty)
      await Promise.all([expect(underWay).rejects.toThrow('closed'), own.close(), own.close()])
      await own.close()
      await expect(own.read('Who?', harbour, plenty)).rejects.toThrow('closed')
      await expect(own.read('Who?', [], plenty)).rejects.toThrow('closed')
    })
  })
}

function expectForm(stretches: readonly Stretch[], readings: readonly (StretchReading | undefined)[]): void {
  expect(readings.map((reading) => reading?.sentences.length)).toEqual(
    stretches.map(({ sentences }) => sentences.length),
  )
  for (const reading of readings) {
    for (const value of [reading?.holds ?? Number.NaN, ...(reading?.sentences ?? [])]) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }
  }
}
