import { weekdaySource } from './calendar-words.ts'

const edge = '(?<![\\p{L}\\p{N}])'
const close = '(?![\\p{L}\\p{N}])'
const count =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|recent|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|plusieurs)'
const englishPeriod =
  '(?:days?|weeks?|weekends?|months?|years?|decades?|quarters?|hours?|minutes?|nights?|evenings?|mornings?)'
const frenchPeriod =
  '(?:jours?|semaines?|week-ends?|mois|ans?|annees?|decennies?|trimestres?|heures?|minutes?|nuits?|soirs?|soirees?|matins?|matinees?)'

/** Dates that only someone who knows when the text was written can place. Sources over folded text. */
export const relativeSources: readonly RegExp[] = [
  `(?:the )?day (?:before yesterday|after tomorrow)`,
  `(?:yesterday|today|tonight|tomorrow|avant-hier|hier|aujourd'hui|demain|apres-demain)(?: (?:morning|afternoon|evening|night|matin|apres-midi|soir))?`,
  `(?:the )?(?:last|next|past|previous|coming|this|recent) (?:${count} )?(?:${englishPeriod}|(?:${weekdaySource})|spring|summer|autumn|winter)`,
  `(?:about |around |nearly |over )?${count} ${englishPeriod} (?:ago|earlier|later|before)`,
  `(?:this |the )weekend(?! of(?!\\p{L}))`,
  `il y a (?:environ |pres de |plus de )?${count} ${frenchPeriod}`,
  `${count} ${frenchPeriod} (?:plus tot|plus tard|auparavant)`,
  `(?:l'|la |le |les )?(?:an|annee|semaine|mois|jour|jours|annees|mois|semaines|week-end|trimestre|nuit|ete|hiver|printemps|automne|(?:${weekdaySource})) (?:derniere?s?|prochaine?s?|passee?s?|precedente?s?|dernier|prochain|suivante?s?)`,
  `(?:ces |cette |les |la |le |au cours des |l')(?:${count} )?(?:derniere?s?|derniers|prochaine?s?) ${frenchPeriod}`,
  `(?:cette (?:annee|semaine|nuit|matinee|apres-midi)|ce (?:matin|soir|mois|jour|week-end)(?:-ci)?|ces jours-ci)`,
].map((source) => new RegExp(`${edge}${source}${close}`, 'gu'))
