import { describe, expect, it } from 'vitest'
import { findAges } from '../../src/entities/ages.ts'
import { findTimes } from '../../src/entities/times.ts'
import type { Language, Range } from '../../src/types.ts'

const read = (find: (text: string, language: Language) => readonly Range[], text: string, language: Language) =>
  find(text, language).map(({ start, end }) => text.slice(start, end))

describe('ages', () => {
  it.each([
    ['Captain Anna Lund, 47, left the ship.', 'en', ['47']],
    ['The 41-year-old dam gave way.', 'en', ['41-year-old']],
    ['A boy aged 12 was saved.', 'en', ['aged 12']],
    ['"Never," said Jonas Lie (63).', 'en', ['63']],
    ['Le capitaine Joris Maes, 33 ans, est parti.', 'fr', ['33 ans']],
    ['Une fille âgée de douze ans a disparu.', 'fr', ['âgée de douze ans']],
    ['Un campeur de 34 ans est mort.', 'fr', ['34 ans']],
    ['We strike so that there is a railway in ten years.', 'en', []],
    ['He was sentenced to 12 years in prison.', 'en', []],
    ['Il a été condamné à douze ans de prison.', 'fr', []],
    ['Une peine de 12 ans a été requise.', 'fr', []],
    ['In July 2021, 14, the floods came.', 'en', []],
  ] as const)('in "%s"', (text, language, ages) => {
    expect(read(findAges, text, language)).toEqual(ages)
  })
})

describe('times of day', () => {
  it.each([
    ['It began to leak at about 3:20 a.m. on Monday.', 'en', ['3:20 a.m.']],
    ['The doors open at 9 pm.', 'en', ['9 pm']],
    ['He was seen at noon and before dawn.', 'en', ['noon', 'dawn']],
    ['Le bus part à 14 h 30.', 'fr', ['14 h 30']],
    ['Il est arrivé vers 8 heures du matin, pas à minuit.', 'fr', ['8 heures du matin', 'minuit']],
    ['Une peine de travail de 200 heures.', 'fr', []],
    ['It lasted 24 hours, on Tuesday.', 'en', []],
  ] as const)('in "%s"', (text, language, times) => {
    expect(read(findTimes, text, language)).toEqual(times)
  })
})
