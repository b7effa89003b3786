import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseStretches, cutIntoRuns, mostStretches } from '../../src/answer/stretches.ts'
import { readUnits } from '../../src/reading/quotable.ts'
import { splitPassages } from '../../src/reading/split.ts'
import type { Evidence, Passage } from '../../src/types.ts'
import { articleOf } from './seed-corpus.ts'

const paragraph = (number: number) =>
  `Sentence one of paragraph ${number} tells of ship ${number}. It waited outside the port for ${number} days, the harbour master said.`
const story = articleOf('story', Array.from({ length: 12 }, (_, at) => paragraph(at + 1)).join('\n\n'))
const passages = splitPassages(story)
const index = { passagesOf: async () => passages }

function evidence(passage: Passage | undefined, score: number): Evidence {
  if (passage === undefined) throw new Error('there is no such passage')
  return { passage, article: story, score, signals: { similarity: score } }
}

describe('what is read', () => {
  it('is the whole article of what was found, the found passage first', async () => {
    const { first: stretches } = await chooseStretches([evidence(passages[5], 0.6)], index)
    expect(stretches[0]?.units.some(({ passage }) => passage.id === passages[5]?.id)).toBe(true)
    const read = new Set(stretches.flatMap(({ units }) => units.map(({ passage }) => passage.id)))
    expect(read.size).toBe(passages.length)
    expect(stretches.length).toBeLessThanOrEqual(mostStretches.first)
  })

  it('carries the headline, or the first sentence, wherever it does not begin with it', async () => {
    const { first: stretches } = await chooseStretches([evidence(passages[0], 0.6)], index)
    const first = stretches.find(({ units }) => units[0]?.passage.ordinal === 1)
    expect(first?.lead).toBeUndefined()
    for (const { lead, units } of stretches)
      if (units[0]?.passage.ordinal !== 1) expect(lead).toBe('Sentence one of paragraph 1 tells of ship 1.')
  })

  it('is nothing where nothing was found', async () => {
    expect(await chooseStretches([], index)).toEqual({ first: [], further: [] })
  })

  it('is cut into runs that hold every sentence in order, and repeat at most one', () => {
    const units = passages.flatMap(readUnits)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: units.length }),
        fc.integer({ min: 0, max: units.length }),
        (one, other) => {
          const some = units.slice(Math.min(one, other), Math.max(one, other))
          const runs = cutIntoRuns(some)
          const seen = runs.flatMap((run, at) => (at > 0 && runs[at - 1]?.at(-1) === run[0] ? run.slice(1) : run))
          expect(seen).toEqual(some)
        },
      ),
    )
  })
})
