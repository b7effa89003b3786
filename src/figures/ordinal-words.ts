import type { Language } from '../types.ts'

const english =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
const englishTens = 'twent thirt fort fift sixt sevent eight ninet'.split(' ')
const french =
  'premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme'.split(
    ' ',
  )
const frenchTens = ['vingt', 'trente', 'quarante', 'cinquante', 'soixante'] as const

function englishOrdinals(): Map<string, number> {
  const ordinals = new Map(english.map((word, position) => [word, position + 1]))
  englishTens.forEach((stem, position) => {
    const ten = (position + 2) * 10
    ordinals.set(`${stem}ieth`, ten)
    for (const [unit, word] of english.slice(0, 9).entries()) ordinals.set(`${stem}y-${word}`, ten + unit + 1)
  })
  ordinals.set('hundredth', 100)
  ordinals.set('thousandth', 1000)
  return ordinals
}

function frenchOrdinals(): Map<string, number> {
  const ordinals = new Map(french.map((word, position) => [word, position + 1]))
  frenchTens.forEach((ten, position) => {
    const value = (position + 2) * 10
    ordinals.set(`${ten.replace(/e$/, '')}ieme`, value)
    ordinals.set(`${ten}-et-unieme`, value + 1)
    for (const [unit, word] of french.slice(1, 9).entries()) ordinals.set(`${ten}-${word}`, value + unit + 2)
  })
  ordinals.set('premiere', 1)
  ordinals.set('second', 2)
  ordinals.set('seconde', 2)
  ordinals.set('centieme', 100)
  ordinals.set('millieme', 1000)
  return ordinals
}

const tables = { en: englishOrdinals(), fr: frenchOrdinals() }

/** The rank that a folded ordinal says: `twenty-first`, `vingt et unieme`, also in the plural; undefined for other words. */
export function ordinalValue(word: string, language: Language): number | undefined {
  const joined = word.replaceAll(' ', '-')
  const table = tables[language]
  return table.get(joined) ?? (language === 'fr' ? table.get(joined.replace(/s$/, '')) : undefined)
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

/** The value of a roman numeral up to 39, as centuries are written (`xxi` = 21). */
export function romanValue(numeral: string): number | undefined {
  if (!/^(?:x{0,3})(?:ix|iv|v?i{0,3})$/.test(numeral) || numeral === '') return undefined
  let total = 0
  for (let position = 0; position < numeral.length; position += 1) {
    const value = romanDigits[numeral[position] ?? ''] ?? 0
    const next = romanDigits[numeral[position + 1] ?? ''] ?? 0
    total += value < next ? -value : value
  }
  return total
}
