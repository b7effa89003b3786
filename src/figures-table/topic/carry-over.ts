/** Sentences that cannot be understood alone: "She left in May" speaks of whom the sentence before names. */

import type { Unit } from '../../reading/quotable.ts'
import type { Language } from '../../types.ts'

/** How much of what the sentence before speaks of holds for one that leans on it, for names and for other words. */
export type Lean = { readonly names: number; readonly others: number }

const none: Lean = { names: 0, others: 0 }
/** "She", "his": the person or thing is the one before; what happens to it may be another matter. */
const onPronoun: Lean = { names: 0.95, others: 0.85 }
/** "…, she said": only the speaker is the one before. */
const onSpeaker: Lean = { names: 0.9, others: 0.6 }
/** "The company", "l'homme": most likely the one before. */
const onGeneralNoun: Lean = { names: 0.85, others: 0.75 }

const lead = /^[\s"“”«»'’([\-–—•]*(?:[\p{L}'’]+(?:[ -][\p{L}\p{N}'’]+){0,4}, )?/u
const pronouns: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:and|but|yet|still|so|then|if [\p{L}]+, )\s?)?(?:he|she|they|his|her|their|it|its|this|these|those|both|none|neither|another|others|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+ty-\p{L}+|several|some|most) (?:are|were|have|had|come|came)|(?:among|of|some of|most of|all of|one of|two of) (?:them|these|those|the latter))(?!\p{L})/iu,
  fr: /^(?:(?:et|mais|puis|donc|or|pour)\s)?(?:(?:parmi|entre) (?:eux|elles|ceux-ci|celles-ci|ces derniers|ces dernières)|la plupart|il|elle|ils|elles|son|sa|ses|leurs?|ce(?:lui|lle|ux|lles)?(?:-ci|-là)?|cette|cet|ces|c['’]|ce dernier|cette dernière|beaucoup|(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\p{L}+-\p{L}+) (?:sont|étaient|etaient|ont|avaient|viennent|venaient)|aucun|aucune|certains?|certaines?|d['’]autres|l['’]un|l['’]une)(?!\p{L})/iu,
}
const later: Readonly<Record<Language, RegExp>> = {
  en: /[,"”»] (?:he|she|they) (?:said|says|added|told|asked|wrote|explained|warned|recalled|answered|replied)(?!\p{L})/iu,
  fr: /-(?:t-)?(?:il|elle|ils|elles)(?!\p{L})|[,"”»] lui a(?!\p{L})/iu,
}
const generalNouns: Readonly<Record<Language, RegExp>> = {
  en: /^the (?:company|firm|group|man|woman|men|women|couple|suspects?|victims?|minister|mayor|president|judge|court|union|agency|club|team|bank|party|bill|law|report|study|attack|accident|fire|explosion|ship|vessel|boat|plane|train|building|site|factory|plant|programme|program|project|deal|contract|operation|trial|case|measure|ban|plan|text|document|child|boy|girl|driver|captain|teacher|author|researchers?|campaign|inquiry|statement|decision|vote|storm|painting|money|sum|city|town|village|country)(?!\p{L})/iu,
  fr: /^(?:le|la|les|l['’])\s?(?:entreprise|société|groupe|firme|homme|femme|couple|suspects?|victimes?|ministre|maire|présidente?|juge|tribunal|syndicat|agence|club|équipe|banque|parti|loi|texte|rapport|étude|attaque|accident|incendie|explosion|navire|bateau|avion|train|bâtiment|site|usine|programme|projet|accord|contrat|opération|procès|affaire|mesure|interdiction|plan|document|enfant|garçon|fillette|chauffeur|conducteur|capitaine|enseignante?|auteure?|chercheurs?|campagne|enquête|déclaration|décision|vote|tempête|tableau|somme|ville|village|pays|dossier|chantier)(?!\p{L})/iu,
}

/** Whether a sentence is not understood without the one before it, and how far that one's words hold for it. */
function leanOf({ text, language }: Pick<Unit, 'text' | 'language'>): Lean {
  const start = lead.exec(text)?.[0].length ?? 0
  const bare = text.replace(/^[\s"“”«»([\-–—•]+/u, '')
  const rests = [bare, text.slice(start)]
  if (rests.some((rest) => pronouns[language].test(rest))) return onPronoun
  if (later[language].test(text)) return onSpeaker
  return rests.some((rest) => generalNouns[language].test(rest)) ? onGeneralNoun : none
}

/** Whether it begins with a pronoun, or is said by one. */
export function leansOnBefore(unit: Unit): boolean {
  const lean = leanOfUnit(unit)
  return lean === onPronoun || lean === onSpeaker
}

/** Each step back counts for less. */
const stepBack = 0.95

/**
 * What each unit speaks of through those it leans on: the likeness of each word (column) as found in the sentence before
 * it in its article, or in the one that that one leans on.
 * @param own the likenesses found in the units themselves.
 * @param isName by column.
 */
export function carryOver(
  units: readonly Unit[],
  own: readonly (readonly number[])[],
  isName: readonly boolean[],
): readonly (readonly number[] | undefined)[] {
  const carried: (readonly number[] | undefined)[] = new Array(units.length).fill(undefined)
  let before: { readonly unit: Unit; readonly row: readonly number[] } | undefined
  for (const { unit, position } of inReadingOrder(units)) {
    const row = own[position] ?? []
    const follows = before !== undefined && isNext(before.unit, unit)
    const lean = follows ? leanOfUnit(unit) : none
    if (before !== undefined && follows && lean.names > 0) {
      const previous = before.row
      carried[position] = row.map((_, column) => (previous[column] ?? 0) * (isName[column] ? lean.names : lean.others))
    }
    const through = carried[position]
    before = {
      unit,
      row: through === undefined ? row : row.map((value, column) => Math.max(value, stepBack * (through[column] ?? 0))),
    }
  }
  return carried
}

const remembered = new WeakMap<Unit, Lean>()

function leanOfUnit(unit: Unit): Lean {
  const known = remembered.get(unit)
  if (known !== undefined) return known
  const lean = leanOf(unit)
  remembered.set(unit, lean)
  return lean
}

function inReadingOrder(units: readonly Unit[]): readonly { readonly unit: Unit; readonly position: number }[] {
  return units
    .map((unit, position) => ({ unit, position }))
    .sort(
      (left, right) =>
        compare(left.unit.passage.articleId, right.unit.passage.articleId) ||
        compare(left.unit.passage.version, right.unit.passage.version) ||
        left.unit.passage.ordinal - right.unit.passage.ordinal ||
        left.unit.position - right.unit.position,
    )
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1
}

/** The next sentence of the same passage, or the first of the passage after; list items stand for themselves. */
function isNext(before: Unit, unit: Unit): boolean {
  if (before.passage.articleId !== unit.passage.articleId || before.passage.version !== unit.passage.version)
    return false
  if (/^\s*[-•*–]\s/u.test(unit.text)) return false
  if (before.passage.id === unit.passage.id) return unit.position === before.position + 1
  return unit.position === 0 && unit.passage.ordinal === before.passage.ordinal + 1
}
