/** The words before a date that make another period of it: "since June 2025", "jusqu'à fin mars", "early 2026". */
import type { Period } from './find-periods.ts'

const article = "(?:the\\s+|le\\s+|la\\s+|l['’])?"
/** "The end of", "mid-", "début": part of the date as it is shown. */
const partOf = new RegExp(
  `(?<![\\p{L}\\p{N}])${article}(?:(?:very\\s+)?(?:early|late|mid)(?:\\s+in)?[\\s-]+|(?:start|beginning|middle|end|close)\\s+of\\s+|(?:(?:tout\\s+)?début|debut|fin|mi|milieu|courant|moitié|moitie)[\\s-]+(?:(?:de|d['’]|du|des)\\s*)?)${article}(?:(?:mois|month|année|annee|year)\\s+(?:de\\s+|d['’]|of\\s+)?|l['’](?:année|annee)\\s+)?$`,
  'iu',
)
const opening = {
  from: `(?:à|a)\\s+(?:partir|compter|dater)\\s+d(?:e|u|['’])|depuis|dès|since|starting(?:\\s+(?:in|from|on))?|beginning\\s+(?:in|on|from)|as\\s+(?:of|from)|after|après`,
  until: `jusqu['’](?:en|à|au|aux)|d['’]ici(?:\\s+(?:à|au|fin))?|until|till|up\\s+to|before|prior\\s+to|by|avant`,
}
/** "A report from 2019" opens nothing; "From June 2025, teams …" does, and "from June 2025 onwards". */
const bareFrom = /(?:^|[,;:.]\s*|\band\s+)from\s+$/iu
const onwards = /^\s+(?:on|onwards?|forward)(?!\p{L})/iu
const leads = (['from', 'until'] as const).map((open) => ({
  open,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${opening[open]})\\s*${article}(?:mois\\s+d(?:e\\s+|['’]))?$`, 'iu'),
}))

/** A date with the words that part, open or end it; the same one where none stand before it. */
export function openPeriod(text: string, period: Period): Period {
  if (period.until !== undefined || period.date?.relative === true) return period
  const part = period.date?.precision === 'day' ? undefined : partOf.exec(text.slice(0, period.start))?.index
  const inner = part ?? period.start
  for (const { open, pattern } of leads) {
    const lead = pattern.exec(text.slice(0, inner))
    if (lead !== null) return { ...widen(text, period, lead.index), open }
  }
  const isFrom = bareFrom.test(text.slice(0, inner)) || onwards.test(text.slice(period.end))
  const from = isFrom ? /from\s+$/iu.exec(text.slice(0, inner)) : null
  if (from !== null) return { ...widen(text, period, from.index), open: 'from' }
  return part === undefined ? period : widen(text, period, part)
}

function widen(text: string, period: Period, start: number): Period {
  return { ...period, start, text: text.slice(start, period.end) }
}
