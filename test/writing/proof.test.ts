import { expect, it } from 'vitest'
import type { Language } from '../../src/types.ts'
import { citedSentences } from '../../src/writing/proof/cited-sentences.ts'
import { proveSelection } from '../../src/writing/proof/selection-proof.ts'

/** Whether the claim is proven by the sentences of the text with these numbers, from 1. */
function isProven(claim: string, sentences: readonly string[], numbers: readonly number[], language: Language = 'en') {
  const text = sentences.join(' ')
  const ranges = numbers.map((number) => {
    const start = text.indexOf(sentences[number - 1] ?? '')
    return { start, end: start + (sentences[number - 1]?.length ?? 0) }
  })
  return proveSelection({ text: claim, language }, citedSentences(text, language, ranges)).length === 0
}

const inquiry = [
  'Ines Okoro led the inquiry into the mine.',
  '"We found no leak," she told the court.',
  '"Every shaft is safe."',
  'She left on Monday.',
]

it('names whom a pronoun means only where the sentence that names them is cited too', () => {
  expect(isProven('Ines Okoro left on Monday.', ['Ines Okoro led the inquiry.', 'She left on Monday.'], [1, 2])).toBe(
    true,
  )
  expect(isProven('Ines Okoro left on Monday.', ['Ines Okoro led the inquiry.', 'She left on Monday.'], [2])).toBe(
    false,
  )
})

it('names nobody where the pronoun may mean either of two', () => {
  const two = [
    'Ines Okoro met Vera Lund at the mine.',
    'Vera Lund wept.',
    'Ines Okoro and Vera Lund went home.',
    'She left on Monday.',
  ]
  expect(isProven('Vera Lund left on Monday.', two, [2, 4])).toBe(false)
  expect(isProven('Ines Okoro left on Monday.', two, [1, 4])).toBe(false)
})

it('tells no quotation as a fact whose speaker stands in another sentence, and shows it as it stands', () => {
  expect(isProven('Every shaft is safe.', inquiry, [3])).toBe(false)
  expect(isProven('"Every shaft is safe."', inquiry, [3])).toBe(true)
  expect(isProven('Ines Okoro led the inquiry into the mine, and every shaft is safe.', inquiry, [1, 3])).toBe(false)
})

it('does not tell what the sentence behind it takes back', () => {
  const rumour = ['The mayor of Lorn sold the park, and the baths closed.', 'That is false.']
  expect(isProven('The mayor of Lorn sold the park.', rumour, [1])).toBe(false)
})

it('joins two sentences, but gives the second no speaker and no condition of the first', () => {
  const said = ['Engineers say the dam leaks.', 'The gate is shut.', 'If it rains, the road closes.']
  expect(isProven('Engineers say the dam leaks, and the gate is shut.', said, [1, 2])).toBe(false)
  expect(isProven('If it rains, the road closes and the gate is shut.', said, [2, 3])).toBe(false)
  expect(isProven('The gate is shut. Engineers say the dam leaks.', said, [1, 2])).toBe(true)
})

it('lets an "it" of the second sentence stand only right behind what it was behind', () => {
  const plant = ['The plant in Delby makes steel.', 'The mine in Ask makes coal.', 'It closes in May.']
  expect(isProven('The mine in Ask makes coal, and it closes in May.', plant, [2, 3])).toBe(true)
  expect(isProven('The plant in Delby makes steel, and it closes in May.', plant, [1, 3])).toBe(false)
})
