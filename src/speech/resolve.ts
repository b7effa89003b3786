/** Whom a mention means: a surname its bearer, a role whoever has it, a pronoun whoever the sentences before are about. */
import { isStopWord } from '../text/stop-words.ts'
import type { Language, Range } from '../types.ts'
import { bodyNoun, determiners, feminineNoun, masculineNoun } from './closed-words.ts'
import type { Registry } from './entities.ts'
import { tokensOf } from './tokens.ts'
import type { Entity } from './types.ts'

/** The folded content words of a mention, the one that says what somebody is first. */
export function roleWordsOf(words: string, language: Language): readonly string[] {
  const tokens = tokensOf(words, { start: 0, end: words.length })
  const at = tokens.findIndex(
    ({ folded }, position) =>
      position > 0 && /^(?:of|for|at|from|de|du|des|d['’]|à|au|aux|en|who|qui|,|\()$/u.test(folded),
  )
  const content = (part: typeof tokens) =>
    part
      .filter(
        ({ isWord, folded }) =>
          isWord && folded.length > 2 && !determiners.has(folded) && !isStopWord(folded, language),
      )
      .map(({ folded }) => folded)
  const head = content(at === -1 ? tokens : tokens.slice(0, at))
  const rest = content(at === -1 ? [] : tokens.slice(at))
  // English ends a phrase with its noun, French begins it so.
  const ordered = language === 'en' ? head.toReversed() : head
  return [...ordered, ...rest]
}

/**
 * The one entity that the article calls so: it has the noun among its roles, and most of the other words.
 * @returns `undefined` for none, `'several'` where two have it alike.
 */
export function entityByRole(words: string, registry: Registry, language: Language): Entity | 'several' | undefined {
  const [noun, ...others] = roleWordsOf(words, language)
  if (noun === undefined) return undefined
  const having = registry.entities.filter(({ roles, kind }) => kind !== 'place' && roles.has(noun))
  const scored = having
    .map((entity) => ({ entity, score: others.filter((word) => entity.roles.has(word)).length }))
    .sort((left, right) => right.score - left.score)
  const [best, second] = scored
  if (best === undefined) return undefined
  return second !== undefined && second.score === best.score ? 'several' : best.entity
}

/** Whether the words are "the company", "la mairie": a body that is named elsewhere, or nowhere. */
export function isBodyMention(words: string, language: Language): boolean {
  const [noun] = roleWordsOf(words, language)
  return noun !== undefined && bodyNoun.test(noun)
}

export function agreesWith(pronoun: string, entity: Entity): boolean {
  if (entity.kind === 'place') return false
  if (/^(?:he|him|his|il|lui)$/u.test(pronoun))
    return entity.gender !== 'feminine' && (pronoun.startsWith('h') ? entity.kind === 'person' : true)
  if (/^(?:she|her|elle)$/u.test(pronoun))
    return entity.gender !== 'masculine' && (pronoun !== 'elle' ? entity.kind === 'person' : true)
  if (pronoun === 'it') return entity.kind === 'body'
  return true
}

/** "une passagère", "his wife": what a noun itself says. */
export function genderOf(words: string): 'masculine' | 'feminine' | undefined {
  const tokens = tokensOf(words, { start: 0, end: words.length })
  if (tokens.some(({ folded }) => feminineNoun.test(folded)) || /^(?:la|une)\s/iu.test(words)) return 'feminine'
  if (tokens.some(({ folded }) => masculineNoun.test(folded)) || /^(?:le|un)\s/iu.test(words)) return 'masculine'
  return undefined
}

export function isInside(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}
