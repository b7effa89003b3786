import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oncePerText } from '../src/once-per-text.ts'

function counted() {
  const computed: string[] = []
  const lengthOf = oncePerText((text) => {
    computed.push(text)
    return { length: text.length }
  })
  return { computed, lengthOf }
}

test('a text that comes again is not read again', () => {
  const { computed, lengthOf } = counted()
  expect(lengthOf('one')).toBe(lengthOf('one'))
  expect(computed).toEqual(['one'])
})

test('a text longer than a passage is read every time, and keeps no room', () => {
  const { computed, lengthOf } = counted()
  const long = 'a'.repeat(2_001)
  lengthOf(long)
  lengthOf(long)
  expect(computed).toEqual([long, long])
})

test('whatever comes and in whatever order, the value is that of the text', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 400 }), (sizes) => {
      const { lengthOf } = counted()
      for (const size of sizes) expect(lengthOf('x'.repeat(size))).toEqual({ length: size })
    }),
  )
})

test('keeps longer texts, and fewer of them, where it is told to', () => {
  let computed = 0
  const read = oncePerText(
    (text: string) => {
      computed += 1
      return [text.length]
    },
    { longest: 10_000, kept: 1 },
  )
  const [one, other] = ['a'.repeat(9_000), 'b'.repeat(9_000)]
  read(one)
  read(one)
  expect(computed).toBe(1)
  read(other)
  read(one)
  expect(computed).toBe(3)
  read('c'.repeat(10_001))
  read('c'.repeat(10_001))
  expect(computed).toBe(5)
})
