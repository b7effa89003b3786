/** Kinds of figures that a topic may ask for, and which figures are of them. */

import { currencyAfter } from '../../figures/currencies.ts'
import type { NumberMention } from '../../figures/numbers.ts'
import type { Unit } from '../../reading/quotable.ts'
import { fold, foldWords } from '../../text/fold.ts'

/** `toll`: people that something happened to ("bilan", "casualties"). */
export type FigureKind = 'money' | 'percent' | 'time' | 'toll'

const sumWords = /^(?:amounts?|sums?|montants?|sommes?)$/
const priceWords = /^(?:costs?|couts?|prices?|prix|budgets?|fines?|amendes?|salar(?:y|ies)|salaires?|wages?)$/
/** Alone they ask for amounts; beside other words ("money laundering") they are a part of the topic. */
const moneyWords = /^(?:money|cash|funds?|argent|fonds|finances?|financial|financiers?)$/
const moneyVerbs =
  /^(?:makes?|made|making|earn(?:s|ed)?|cost(?:ing)?|bring(?:s)?|generate[sd]?|worth|pa(?:y|ys|id)|gagne(?:r|nt|ent)?|rapport(?:e|ent|er)|cout(?:e|ent|er)|vaut|valent|paye(?:r|nt)?)$/
const shareWords = /^(?:rates?|percentages?|percent|share|shares|proportions?|taux|pourcentages?|parts?)$/
const timeWords = /^(?:durations?|durees?|ages?|delays?|delais?|periods?|periodes?)$/
const tollWords = /^(?:bilans?|tolls?|casualt(?:y|ies))$/
const timeUnit =
  /^(?:years?|months?|days?|hours?|weeks?|minutes?|seconds?|decades?|year-olds?|ans?|annees?|mois|jours?|heures?|semaines?|secondes?|decennies?)$/
const moneyNouns =
  /^(?:revenues?|profits?|loss|losses|income|earnings|damages?|debts?|funds?|funding|sales|taxes|proceeds|revenus?|pertes?|recettes?|benefices?|degats|dettes?|fonds|ventes|impots?|gains?|dollars|euros)$/
/** Money of countries that share its name, where nothing tells which. */
const moneyUnits = /^(?:francs?|pesos?|dinars?|pounds?|livres?|crowns?|couronnes?|shillings?|rupees?|roupies?)$/
const tollThings =
  /^(?:dead|deaths?|died|killed|bod(?:y|ies)|victims?|fatalit(?:y|ies)|injur(?:ed|ies)|wounded|missing|casualt(?:y|ies)|cases?|infected|infections?|morts?|mortes?|deces|decedee?s?|tue?e?s?|peri|corps|depouilles?|victimes?|blessee?s?|disparue?s?|cas|malades?|contaminations?)$/

/** What only money is, of something: with nothing else in a topic, it is the topic. */
export function isPriceWord(folded: string): boolean {
  return priceWords.test(folded)
}

/** A word that only names a kind of figure, whatever stands beside it. */
export function kindNamedBy(folded: string): FigureKind | undefined {
  if (sumWords.test(folded) || isPriceWord(folded)) return 'money'
  if (shareWords.test(folded)) return 'percent'
  return tollWords.test(folded) ? 'toll' : undefined
}

/** A word that names a kind of figure when it stands alone. */
export function kindAlone(folded: string): FigureKind | undefined {
  if (moneyWords.test(folded) || currencyAfter(` ${folded}`)?.length === folded.length + 1) return 'money'
  return timeWords.test(folded) ? 'time' : undefined
}

const moneyThings =
  /^(?:compensation|damages|ransom|aid|funding|salary|salaries|wages?|pay|debts?|bail|rewards?|tax(?:es)?|losses|profits?|savings|royalties|indemnisations?|indemnites?|rancon|aide|caution|primes?|dettes?|salaires?|solde|subventions?|pensions?|dons|benefices?|pertes|impots?|recettes)$/

/** What only money is given or lost as: "how much compensation". */
export function isMoneyThing(folded: string): boolean {
  return moneyThings.test(folded)
}

/** In a question for an amount: the word for money, and what is done with any. */
export function saysMoney(folded: string): boolean {
  return moneyWords.test(folded) || sumWords.test(folded) || priceWords.test(folded) || moneyVerbs.test(folded)
}

export function isTime({ unit }: NumberMention): boolean {
  return timeUnit.test(fold(unit ?? ''))
}

/** An amount with its currency, or an order of magnitude of what only money is ("billions in illicit revenue"). */
export function isMoney(number: NumberMention, { text }: Pick<Unit, 'text'>): boolean {
  if (number.kind === 'money' || number.currency !== undefined) return true
  const [noun = ''] = foldWords(number.unit ?? '').map(({ word }) => word)
  if (moneyUnits.test(noun)) return true
  const isLarge = number.vague === true || (number.scale ?? 0) >= 6
  if (!isLarge || (number.unit !== undefined && !moneyNouns.test(noun))) return false
  const reach = 40
  const after = foldWords(text.slice(number.end, number.end + reach).split(/[,;.:]/u)[0] ?? '')
  return after.slice(0, 4).some(({ word }) => moneyNouns.test(word))
}

const deaths =
  /^(?:dead|deaths?|died|dies?|dying|killed|kills?|killing|bod(?:y|ies)|corpses?|fatalit(?:y|ies)|perished|morts?|mortes?|meurent|mourir|deces|decedee?s?|tue?e?s?|tuent|peri|perdu la vie|corps|depouilles?)$/

/** A folded word that says that somebody died. */
export function isDeath(folded: string): boolean {
  return deaths.test(folded)
}

const custody =
  /^(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ees?)?|detentions?|custody|jailed|imprisoned|arrestations?|arretee?s?|arrete|arreter|interpellations?|interpellee?s?|detenue?s?|ecrouee?s?|incarceree?s?|emprisonnee?s?)$/

/** Both folded words say that somebody died, or both that somebody was taken into custody. */
export function sayOneState(left: string, right: string): boolean {
  return [deaths, custody].some((state) => state.test(left) && state.test(right))
}

/** What happened to those counted is said by the noun itself, or by a word beside it. */
export function isToll(words: readonly string[]): boolean {
  return words.some((word) => tollThings.test(word))
}
