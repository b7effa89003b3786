/** Whether an article is written without accents, so that a quote's accents cannot count. */
import type { Language } from '../../types.ts'
import { removeAccents } from '../tokens.ts'

/** French has an accent on about one letter in thirty; below this share the article was written without. */
const fewestAccents = 0.005
/** With fewer letters chance alone may leave none. */
const fewestLetters = 300
/** Words that no one who writes accents leaves without. */
const wantsAccent =
  /(?<!\p{L})(?:ete|etait|etaient|etre|meme|tres|apres|deja|annee|annees|president|pres|ou|premiere|derniere|developpement|securite|etat|etats|etranger|etrangers|declare|annonce|economie|elu|elections?)(?!\p{L})/giu

/** True for a French text as good as free of accents. English accents always count. */
export function isUnaccented(text: string, language: Language): boolean {
  if (language !== 'fr') return false
  const letters = text.match(/\p{L}/gu) ?? []
  const accented =
    letters.filter((letter) => letter !== removeAccents(letter)).length + (text.match(/\p{M}/gu)?.length ?? 0)
  if (letters.length >= fewestLetters) return accented / letters.length < fewestAccents
  return accented === 0 && surelyUnaccented(text)
}

/** `ou`, `president`, `annonce` are words of their own too: alone they prove nothing. */
function surelyUnaccented(text: string): boolean {
  const found = new Set((text.match(wantsAccent) ?? []).map((word) => word.toLowerCase()))
  for (const doubtful of ['ou', 'president', 'annonce', 'pres', 'etat']) found.delete(doubtful)
  return found.size > 0
}
