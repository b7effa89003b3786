import { describe, expect, it } from 'vitest'
import { governs } from '../../../src/figures-table/periods/governs.ts'

function rangeOf(text: string, words: string) {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`"${words}" is not in the text`)
  return { start, end: start + words.length }
}

describe('whether a period is that of a figure', () => {
  it.each([
    // A regression: two figures of two periods became one row.
    [
      'The minister, Ana Ruiz, has confirmed that over the past two years, the state has expelled 15,000 people.',
      'the past two years',
      '15,000',
      true,
    ],
    [
      'Speaking on May 8, Ana Ruiz noted that during the sixth term, over 21,000 people left.',
      'the sixth term',
      '21,000',
      true,
    ],
    [
      'La ministre, Ana Ruiz, a confirmé que depuis deux ans, 15 000 personnes sont parties.',
      'deux ans',
      '15 000',
      true,
    ],
    ['The theatre, destroyed by the fire in 1987, seats 640.', '1987', '640', false],
    ['Sales rose to 9,000 in 2025 from 7,000 in 2024.', '2024', '9,000', false],
    ['The port handled 300 ships in May; 40 were late in June.', 'June', '300', false],
  ])('%s', (text, period, figure, expected) => {
    expect(governs(text, rangeOf(text, period), rangeOf(text, figure))).toBe(expected)
  })
})
