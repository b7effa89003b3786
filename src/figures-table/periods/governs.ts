/** Whether a period of a sentence can be that of one of its figures: by clause and comparison, never by mere nearness. */
import type { Range } from '../../types.ts'

/**
 * Words that set another moment beside the one before them: what stands behind them up to the clause's end has a period of
 * its own. "From" and "after" compare where a number follows, "up" and "down" lead to it.
 */
const comparison =
  /(?<![\p{L}\p{N}])(?:(?:up|down)\s+(?:[^,;.\d]{0,20}\s)?from|(?:as\s+)?compared\s+(?:with|to)|against|versus|as\s+\p{L}+\s+as|instead\s+of|than(?=\s+(?:the|in|on|at|an?|last|it|that|those|was|were|ever|any|\p{Lu}))|from(?=\s+(?:an?\s+|the\s+|about\s+|some\s+)?[\p{Sc}\d])|after(?=\s+(?:an?\s+|the\s+)?(?:\p{L}+\s+){0,3}[\p{Sc}\d])|contre|par\s+rapport\s+(?:à|au|aux)|comparé(?:e|s|es)?\s+(?:à|au|aux)|au\s+lieu\s+d(?:e|u|es|['’])|après(?=\s+(?:une?\s+|les?\s+|la\s+)?(?:\p{L}+\s+(?:d['’]|de\s+)?){0,3}\d)|(?:plus|moins)\s+(?:qu(?:e|['’])|élevée?s?\s+qu)|de\s+(?:plus|moins)\s+qu(?:e\s|['’])|(?:le\s+)?(?:double|triple|moitié|tiers|quart)\s+d(?:e|es|u)|(?:twice|half|double|triple)\s+(?:the|that\s+of))(?![\p{L}\p{N}])/giu
/** Right before a period: it is what is compared with. */
const baseLead =
  /(?<![\p{L}])(?:than|as\s+\p{L}+\s+as|from|against|compared\s+(?:with|to)|versus|contre|par\s+rapport\s+(?:à|au|aux)|qu(?:e|['’]))\s*(?:(?:in|the|at|on|it\s+was|en|au|à|l['’]|la|le|celui|celle|ceux|celles|de|d['’])\s*)*$/iu
/** "Up 9% from 2023": only behind a change does it compare. */
const smallLead = /^from(?!\p{L})/iu
const change =
  /(?:%|per\s?cent|percent|percentage\s+points?)\s*$|(?<![\p{L}])(?:up|down|more|fewer|less|rise|fall|increase|decrease|drop|growth|change|higher|lower)(?:\s+\S+){0,3}\s*$/iu

const strongEnd = /;|\s[-–—]\s|:\s|[.!?]["”»]?\s+(?=\p{Lu})/u
const contrast =
  /(?<![\p{L}])(?:while|whereas|although|though|but|yet|tandis\s+qu|alors\s+qu|mais|bien\s+qu)(?:e|['’])?(?![\p{L}])/iu
/** "and has used", "et a déjà absorbé", "and cost $40 million": another thing that happens. A number or a noun lists on. */
const anotherVerb =
  /(?<![\p{L}])(?:and|et)\s+(?!(?:the|an|a(?!\s+(?:\p{L}+\s+)?\p{L}+(?:é|i|u|it|is)e?s?(?!\p{L}))|its|his|her|their|some|about|nearly|almost|in|on|at|of|by|to|from|with|another|more|le|la|les|l['’]|un|une|des|du|de|d['’]|en|à|au|aux|dans|par|sur|pour|son|sa|ses|leurs?|environ|près|plus|that|not|\d|[\p{Lu}\p{Sc}])(?![\p{L}]))\p{Ll}+(?:\s+\p{Ll}+){0,4}\s*$/u

/** @returns whether the words around them leave `period` to `figure`; both in `text`, not overlapping. */
export function governs(text: string, period: Range, figure: Range): boolean {
  if (isBase(text, period, figure)) return false
  const isBefore = period.end <= figure.start
  const between = isBefore ? text.slice(period.end, figure.start) : text.slice(figure.end, period.start)
  if (comparesIn(between, isBefore ? figure : period, text)) return false
  if (strongEnd.test(between)) return false
  if (isAside(text, period, figure)) return false
  const opens = isBefore && isOpening(text, period)
  if (contrast.test(between) && !opens) return false
  return !(isBefore && !opens && anotherVerb.test(between))
}

/** "150 more than in May 2024": it is what the figure is set against, and no figure stands with it. */
function isBase(text: string, period: Range, figure: Range): boolean {
  const before = text.slice(0, period.start)
  const lead = baseLead.exec(before)
  if (lead === null || figure.start > lead.index) return false
  return !smallLead.test(lead[0]) || change.test(before.slice(0, lead.index))
}

function comparesIn(between: string, behind: Range, text: string): boolean {
  // The lead may reach into the words behind: "against | 300".
  const reach = text.slice(behind.start, behind.start + 12)
  for (const match of (between + reach).matchAll(comparison)) if (match.index < between.length) return true
  return false
}

/** "Up from | 300": a figure of another moment than what its sentence is about. */
export function isCompared(text: string, figure: Range): boolean {
  const clause =
    text
      .slice(0, figure.start)
      .split(/[;:]\s/u)
      .at(-1) ?? ''
  return comparesIn(clause, figure, text)
}

/** The sentence begins with it: it holds for what follows in either half. */
function isOpening(text: string, { start }: Range): boolean {
  return /^[\s"“«]*(?:(?:in|on|at|by|during|since|from|for|over|until|en|le|la|les|l['’]|au|dans|depuis|pendant|durant|d['’]ici|dès|à|lors|de|d['’])\s*)*$/iu.test(
    text.slice(0, start),
  )
}

/** "The theatre, destroyed by fire in 1987, seats 640": what is told by the way has its own moment. */
function isAside(text: string, period: Range, figure: Range): boolean {
  const open = text.lastIndexOf(',', period.start - 1)
  const close = text.indexOf(',', period.end)
  if (open === -1 || close === -1 || (figure.start > open && figure.end <= close)) return false
  // "…, Ana Ruiz, has confirmed that over the past year, …": what is said begins behind "that".
  const inside = (
    text
      .slice(open + 1, period.start)
      .split(/(?<!\p{L})(?:that\s|que\s|qu['’])/iu)
      .at(-1) ?? ''
  ).trim()
  if (/\d,\d$/u.test(text.slice(open - 1, open + 2)) || close > period.end + 40) return false
  // ", on 8 June," is the moment itself; ", destroyed by fire in 1987," tells of something else.
  if (/^,\s*(?:when|where|lorsqu|quand|où)/iu.test(text.slice(close))) return false
  return (inside.match(/\p{L}+/gu) ?? []).length > 3 && !/^\s*(?:and|but|while|et|mais)(?![\p{L}])/iu.test(inside)
}
