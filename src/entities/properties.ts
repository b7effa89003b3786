import { LRUCache } from 'lru-cache'
import { foldText, wordsOf } from '../figures/folded-text.ts'
import type { Language } from '../types.ts'
import { type Property, propertyTable } from './properties-table.ts'

export type { Property } from './properties-table.ts'

/** The same sentences are looked at for one question after another. */
const remembered = new LRUCache<string, string>({ max: 5_000 })

/** The words of a text, folded and parted by single spaces, with one at each end. */
function spacedWords(text: string): string {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const spaced = ` ${wordsOf(foldText(text))
    .map(({ folded }) => folded)
    .join(' ')} `
  remembered.set(text, spaced)
  return spaced
}

/** Patterns become one expression: `*` is the rest of a word, `_` up to four words. Every pattern matches whole words. */
function compile(patterns: readonly string[]): RegExp {
  const sources = patterns.map((pattern) =>
    pattern
      .replaceAll("'", ' ')
      .trim()
      .split(/\s+/)
      .map((word) => (word === '_' ? '(?:[^ ]+ ){0,4}' : `${word.replaceAll('*', '[^ ]*')} `))
      .join(''),
  )
  return new RegExp(` (?:${sources.join('|')})`)
}

type Compiled = { readonly ask: RegExp; readonly evidence: RegExp }

const compiled = new WeakMap<Property, Compiled>()

function compiledOf(property: Property): Compiled {
  const known = compiled.get(property)
  if (known !== undefined) return known
  // The word that asks for it is evidence as well: "the salary" answers where a salary is spoken of.
  const named = property.ask.filter((pattern) => !/[ '_]/.test(pattern))
  const made = { ask: compile(property.ask), evidence: compile([...property.evidence, ...named]) }
  compiled.set(property, made)
  return made
}

/** An office of a portfolio says more than "minister": the general slot is left out beside it. */
const generalOf: Readonly<Record<string, RegExp>> = {
  minister: /-minister$/,
  director: /^ceo$/,
}

/**
 * The properties that a question asks about, in the order of the table; the words of both languages count, since short
 * questions are often taken for the other. Empty for questions about nothing in the table.
 */
export function findProperties(question: string, _language: Language): readonly Property[] {
  const words = spacedWords(question)
  const found = propertyTable.filter((property) => compiledOf(property).ask.test(words))
  return found.filter(({ key }) => !found.some((other) => generalOf[key]?.test(other.key) === true))
}

/** Whether a text says anything of a property: any of its words or stems, in either language, as whole words. */
export function mentionsProperty(text: string, property: Property): boolean {
  return compiledOf(property).evidence.test(spacedWords(text))
}
