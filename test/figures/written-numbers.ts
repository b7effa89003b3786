/** Numbers written out, for property tests: the other direction of what src/figures reads. */
const englishSmall =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const englishTens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const frenchSmall =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const frenchTens = '_ dix vingt trente quarante cinquante soixante'.split(' ')

export function inEnglish(value: number): string {
  if (value < 20) return englishSmall[value] ?? ''
  if (value < 100)
    return `${englishTens[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${englishSmall[value % 10]}`}`
  if (value < 1000) {
    return `${inEnglish(Math.floor(value / 100))} hundred${value % 100 === 0 ? '' : ` and ${inEnglish(value % 100)}`}`
  }
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
  ] as const) {
    if (value >= size)
      return `${inEnglish(Math.floor(value / size))} ${name}${value % size === 0 ? '' : ` ${inEnglish(value % size)}`}`
  }
  return ''
}

function frenchBelowHundred(value: number): string {
  if (value < 20) return frenchSmall[value] ?? ''
  if (value < 70) {
    const ten = frenchTens[Math.floor(value / 10)]
    const unit = value % 10
    return unit === 0 ? `${ten}` : unit === 1 ? `${ten} et un` : `${ten}-${frenchSmall[unit]}`
  }
  if (value === 71) return 'soixante et onze'
  if (value < 80) return `soixante-${frenchSmall[value - 60]}`
  return value === 80 ? 'quatre-vingts' : `quatre-vingt-${frenchSmall[value - 80]}`
}

export function inFrench(value: number): string {
  if (value < 100) return frenchBelowHundred(value)
  if (value < 1000) {
    const hundreds = Math.floor(value / 100)
    const rest = value % 100
    const head = hundreds === 1 ? 'cent' : `${frenchSmall[hundreds]} cent${rest === 0 ? 's' : ''}`
    return rest === 0 ? head : `${head} ${frenchBelowHundred(rest)}`
  }
  for (const [size, name] of [
    [1e9, 'milliard'],
    [1e6, 'million'],
  ] as const) {
    if (value >= size) {
      const count = Math.floor(value / size)
      return `${inFrench(count)} ${name}${count > 1 ? 's' : ''}${value % size === 0 ? '' : ` ${inFrench(value % size)}`}`
    }
  }
  const thousands = Math.floor(value / 1000)
  const head = thousands === 1 ? 'mille' : `${inFrench(thousands).replace(/(cent|vingt)s$/, '$1')} mille`
  return value % 1000 === 0 ? head : `${head} ${inFrench(value % 1000)}`
}

/** Digits in groups of three. */
export function grouped(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator)
}
