import { expect, it } from 'vitest'
import { checkPolarity, checkStrayDigits } from '../../src/writing/extra-locks.ts'
import { checkSameOrder } from '../../src/writing/same-order-lock.ts'

const english = (text: string) => ({ text, language: 'en' as const })
const french = (text: string) => ({ text, language: 'fr' as const })

it('holds a decade to its digits', () => {
  const cited = english('Guy Salmon, who scored 6,112 points in the 1980s, says amateurs will never fill the hall.')
  expect(checkStrayDigits(english('He scored 6,112 points in the 1979s.'), cited)).toHaveLength(1)
  expect(checkStrayDigits(english('He scored 6,112 points in the 1980s.'), cited)).toEqual([])
})

it('drops what denies twice over', () => {
  const cited = french("Elle n'avait plus de nouvelles de son fils depuis huit ans.")
  expect(checkPolarity(french("Elle n'n'avait pas plus de nouvelles de son fils."), cited)).not.toEqual([])
  expect(checkPolarity(french("Elle n'avait plus de nouvelles de son fils."), cited)).toEqual([])
})

it('finds two names exchanged where one is torn apart by it', () => {
  const cited = french(
    "Ils devraient regagner Lisbonne le 18 avril par un vol affrété par l'Organisation mondiale des pêcheurs libres.",
  )
  const claim = french(
    "Ils devraient regagner Organisation le 18 avril par un vol affrété par l'Lisbonne mondiale des pêcheurs libres.",
  )
  expect(checkSameOrder(claim, cited)).toHaveLength(1)
  expect(checkSameOrder(cited, cited)).toEqual([])
})
