/** Months and weekdays of both languages, folded. The names of the two languages never disagree on a month. */
const monthForms: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv'],
  ['february', 'feb', 'fevrier', 'fevr', 'fev'],
  ['march', 'mar', 'mars'],
  ['april', 'apr', 'avril', 'avr'],
  ['may', 'mai'],
  ['june', 'jun', 'juin'],
  ['july', 'jul', 'juillet', 'juil'],
  ['august', 'aug', 'aout'],
  ['september', 'sept', 'sep', 'septembre'],
  ['october', 'oct', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'decembre'],
]

const weekdayForms: readonly (readonly string[])[] = [
  ['monday', 'lundi'],
  ['tuesday', 'mardi'],
  ['wednesday', 'mercredi'],
  ['thursday', 'jeudi'],
  ['friday', 'vendredi'],
  ['saturday', 'samedi'],
  ['sunday', 'dimanche'],
]

function positions(forms: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(forms.flatMap((names, position) => names.map((name) => [name, position + 1] as const)))
}

const months = positions(monthForms)
const weekdays = positions(weekdayForms)

/** 1 to 12, or undefined for a word that names no month. */
export function monthNumber(folded: string): number | undefined {
  return months.get(folded)
}

/** 1 (Monday) to 7, or undefined; the plural counts too. */
export function weekdayNumber(folded: string): number | undefined {
  return weekdays.get(folded) ?? weekdays.get(folded.replace(/s$/, ''))
}

function alternation(forms: readonly (readonly string[])[]): string {
  return forms
    .flat()
    .sort((left, right) => right.length - left.length)
    .join('|')
}

/** Sources of regular expressions over folded text. */
export const monthSource = alternation(monthForms)
export const weekdaySource = alternation(weekdayForms)
