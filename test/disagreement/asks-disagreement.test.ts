import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDisagreementQuestion } from '../../src/question/asks-disagreement.ts'
import { english, french, later, ordinary } from './questions.ts'

describe('a question whether the sources disagree', () => {
  it.each([...english, ...french, ...later.asked])('is "$text"', ({ text, topic }) => {
    expect(readDisagreementQuestion(text)).toEqual({ topic })
  })

  it.each([...ordinary, ...later.ordinary])('is not "%s"', (text) => {
    expect(readDisagreementQuestion(text)).toBeUndefined()
  })

  it('carries what it is about, whatever that is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,9}( [a-z]{4,9}){0,5}$/), (topic) => {
        expect(readDisagreementQuestion(`Do the sources disagree: ${topic}?`)?.topic).toBe(`${topic}?`)
        expect(readDisagreementQuestion(`Do the sources disagree on ${topic}?`)?.topic).toBe(topic)
      }),
    )
  })

  it('is looked for in no time, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        readDisagreementQuestion(text)
      }),
    )
    const began = performance.now()
    readDisagreementQuestion('sources agree '.repeat(70_000))
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
