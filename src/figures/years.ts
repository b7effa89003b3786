import type { Language } from '../types.ts'

const afterYear =
  /^(?:[\s]*(?:$|[.,;:!?)\]"'»-])| (?:et|ou|a|au|aux|avec|dont|de|du|des|d'|dans|en|est|etait|etaient|ont|sont|pour|par|plus|moins|sous|sur|selon|lors|le|la|les|l'|il|elle|ils|elles|on|jusqu|quand|qui|que|contre|apres|avant|sans|ce|cette|ces|and|or|to|the|in|of|on|with|by|for|from|at|as|is|was|were|are|has|have|had|that|when|which|who|after|before|until|but|under|while)(?![\p{L}]))/u
const beforeYear =
  /(?:^|[^\p{L}])(?:en|depuis|annee|annees|an|fin|debut|mi|des|jusqu'en|d'ici|courant|exercice|in|since|year|fiscal|early|late|mid|by|until|during|before|after|through|circa|spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|[ca])[ -](?:l'annee )?$/u
const quantifierBefore =
  /(?:more than|over|about|around|nearly|almost|least|most|some|than|plus de|moins de|environ|pres de|quelque|quelques|presque|moins|plus|les)[ ]$/u

/**
 * True when four bare digits at `start` of a folded text are read as a year ("en 2023", "the 2025 raids"), and not as a
 * count ("2000 personnes", "more than 2000 people"). Anything outside 1000 to 2199 is a count.
 */
export function isBareYear(folded: string, start: number, end: number, language: Language): boolean {
  const digits = folded.slice(start, end)
  if (!/^(?:1\d{3}|2[01]\d{2})$/.test(digits)) return false
  const before = folded.slice(Math.max(0, start - 24), start)
  const after = folded.slice(end, end + 24)
  if (/^[.,]?\d/.test(after) || /[\d.,$€£]$/.test(before)) return false
  if (/^ ?(?:%|\$|€|percent|pour cent|per cent|million|milliard|billion|dollar|euro|usd)/.test(after)) return false
  if (quantifierBefore.test(before)) return false
  if (beforeYear.test(before)) return true
  const modern = /^(?:1[89]|20)/.test(digits)
  if (!modern) return false
  if (afterYear.test(after)) return true
  if (language === 'fr') return false
  const noun = /^ (\p{L}+)/u.exec(after)?.[1] ?? ''
  const plural = /(?:[^s]s|people|men|women|children)$/.test(noun)
  return !(plural && digits.endsWith('00'))
}
