/** Characters that stand above the line: a power is kept as one, the mark of a note is no part of what it stands behind. */

const raisedCharacters: Readonly<Record<string, string>> = {
  ...{ '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹' },
  ...{ '+': '⁺', '-': '⁻', '−': '⁻', '–': '⁻', n: 'ⁿ' },
}
const lengths = '(?:[kcdmµμnh]?m|kilom[eè]tres?|miles?|mètres?|met(?:er|re)s?)'
const otherUnits = '(?:in|ft|yd|mi|s|h|l|g|kg|ha|feet|inch(?:es)?)'
/** A unit raised to a power, as "km" in "48 km²" or "s" in "m/s²". */
const unitBefore = new RegExp(
  String.raw`(?:^|[\s\d/·.(\u00a0\u202f])${lengths}$|(?:\d[\s\u00a0\u202f]?|[/·])${otherUnits}$`,
  'u',
)
/** "10" of "3 × 10⁶": not the end of a longer number, and no other number is raised in a newspaper. */
const powerBefore = /(?:^|[^\d.,\u00a0\u202f']|[^\d][\u00a0\u202f])(?:10|2)$/u
const exponent = /^[-−–+]?\d{1,3}$/u

/**
 * What raised characters become on a line of plain text: powers in raised characters ("10⁶", "km²"), the letters of
 * ordinals and abbreviations ("1er", "Mme") as they are, and nothing for the mark of a note.
 * @param before the line so far.
 */
export function writeRaised(raised: string, before: string): string {
  const text = raised.trim()
  if (text === '') return raised
  if (exponent.test(text)) {
    const isPower = powerBefore.test(before) || (unitBefore.test(before) && /^[-−–]?[1-4]$/u.test(text))
    // The power of one letter, "x²"; some write "CO²", too.
    const isLetter = text.length === 1 && /(?:^|[^\p{L}\p{N}])(?:[b-xzB-HJ-XZ]|CO)$/u.test(before)
    return isPower || isLetter ? inRaisedCharacters(text) : ''
  }
  if (/^[ivx]{2,5}$/u.test(text)) return ''
  if (/^\p{L}{2,}\.?$/u.test(text)) return text
  // "1e", "2d" and "no" are French and English abbreviations; "a" behind a word is a note.
  if (/^[deoOrs°ºª]$/u.test(text)) return text
  if (/^n$/u.test(text) && /\d$|(?:^|[^\p{L}])\p{L}$/u.test(before)) return inRaisedCharacters(text)
  return /^[™®©℠]$/u.test(text) ? text : isNote(text) ? '' : text
}

/** "[3]", "(3)", "*", "†", "1,2", "a", "note 4". */
function isNote(text: string): boolean {
  return (
    /^[[(]?\s*(?:notes?\s*)?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\s*[,;–-]\s*(?:\d{1,3}|[a-z]))*\s*[\])]?$/iu.test(text) ||
    /^[*†‡§¶#\u2020\u2021]+$/u.test(text)
  )
}

function inRaisedCharacters(text: string): string {
  return [...text].map((character) => raisedCharacters[character] ?? character).join('')
}
