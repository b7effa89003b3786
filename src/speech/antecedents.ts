/** Whom the mentions of an article mean: the name of "the minister", of "Hale", of "she". */
import { foldWords } from '../text/fold.ts'
import type { Language, Range } from '../types.ts'
import { mentionsBefore, type Registry } from './entities.ts'
import { readAfter, subjectOfSentence } from './lead-in.ts'
import type { NamesAt, NounPhrase } from './noun-phrase.ts'
import { readReported } from './reported.ts'
import { agreesWith, entityByRole, genderOf, isBodyMention, roleWordsOf } from './resolve.ts'
import type { Entity, Speaker } from './types.ts'

type Parts = {
  readonly text: string
  readonly masked: string
  readonly sentences: readonly Range[]
  readonly registry: Registry
  readonly nameAt: NamesAt
  readonly language: Language
}

/** A person whom the article never names: "a man of 84". */
type Nameless = { readonly nameless: Range }

/** Sentences back that "she" may mean somebody of; a nameless person ("a man of 84") ends the search. */
const reach = 4

export function createAntecedents({ text, masked, sentences, registry, nameAt, language }: Parts) {
  const subjects = new Map<number, Entity | Nameless | undefined>()

  const entityOf = (phrase: NounPhrase, position: number, isInside = false): Entity | Nameless | undefined => {
    if (phrase.head !== undefined) return registry.entityAt(phrase.head.start)
    if (phrase.pronoun !== undefined) return antecedentOf(phrase.pronoun, position)
    const words = text.slice(phrase.range.start, phrase.range.end)
    // What stands within quotation marks was not read for names.
    const named = /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*)*$/u.test(words) ? registry.entityNamed(words) : undefined
    if (named !== undefined) return named
    const byRole = entityByRole(words, registry, language)
    if (byRole !== undefined) return byRole === 'several' ? undefined : byRole
    if (isInside) return undefined
    if (!isBodyMention(words, language)) return onlyPersonBefore(phrase.range.start, words) ?? lastPerson(phrase, words)
    if (!/^(?:the|this|la|le|l['’]|cette|ce)/iu.test(words)) return undefined
    return lastBody(phrase.range.start)
  }

  /** "Le chef" where one person was named, and nothing was said of what they are. */
  const onlyPersonBefore = (position: number, words: string): Entity | undefined => {
    if (!/^(?:the|le|la|l['’])/iu.test(words)) return undefined
    const before = mentionsBefore(registry, position).map(({ entity }) => entity)
    const persons = [...new Set(before)].filter(({ kind, name }) => kind === 'person' && / /u.test(name))
    const [only] = persons
    return persons.length === 1 && only?.roles.size === 0 ? only : undefined
  }

  /** "The councillor" of whom the sentences before are about, whatever else he is called. */
  const lastPerson = (phrase: NounPhrase, words: string): Entity | Nameless | undefined => {
    if (!/^(?:the|le|la|l['’])/iu.test(words)) return undefined
    const [noun = ''] = roleWordsOf(words, language)
    const found = antecedentOf('they', phrase.range.start)
    if (found === undefined) return undefined
    if (!('nameless' in found)) return isCalledBefore(noun, phrase.range.start) ? undefined : found
    // "An official … the official": the same one, and not whoever is named before.
    const before = roleWordsOf(text.slice(found.nameless.start, found.nameless.end), language)
    return before.includes(noun) ? found : undefined
  }

  /** Whether somebody was called so in the sentences before. */
  const isCalledBefore = (noun: string, position: number): boolean => {
    const at = sentences.findLastIndex(({ start }) => start <= position)
    const from = sentences[Math.max(0, at - reach)]?.start ?? 0
    return foldWords(masked.slice(from, position)).some(({ word }) => word === noun)
  }

  /** Whether somebody else whom the pronoun fits is named since. */
  const hasRival = (entity: Entity, pronoun: string, position: number): boolean => {
    const at = sentences.findLastIndex(({ start }) => start <= position)
    // Whom the sentence right before is about, not whom it only names.
    if (at > 0 && subjectAt(at - 1) === entity) return false
    const mentions = mentionsBefore(registry, position)
    const last = mentions.findLastIndex((mention) => mention.entity === entity)
    return mentions
      .slice(last + 1)
      .some(({ entity: other }) => other.kind === 'person' && / /u.test(other.name) && agreesWith(pronoun, other))
  }

  /** The body named last before a position, where the sentence before names no other. */
  const lastBody = (position: number): Entity | undefined => {
    const at = sentences.findLastIndex(({ start }) => start <= position)
    for (let back = at; back >= Math.max(0, at - 2); back -= 1) {
      const sentence = sentences[back]
      const subject = sentence === undefined ? undefined : subjectOfSentence(masked, sentence, nameAt)
      const entity = subject?.head === undefined ? undefined : registry.entityAt(subject.head.start)
      if (entity !== undefined && entity.roles.size === 0) return entity
      if (entity?.kind === 'body') return entity
    }
    return undefined
  }

  const antecedentOf = (pronoun: string, position: number): Entity | Nameless | undefined => {
    const at = sentences.findLastIndex(({ start }) => start <= position)
    for (let back = at - 1; back >= Math.max(0, at - reach); back -= 1) {
      const subject = subjectAt(back)
      if (subject !== undefined && 'nameless' in subject) return subject
      if (subject !== undefined && agreesWith(pronoun, subject)) return subject
      const only = onlyPersonIn(back, pronoun)
      if (only !== undefined) return only
    }
    return undefined
  }

  /** Who speaks in a sentence, else whom it is about: a nameless person where it is about one. */
  const subjectAt = (at: number): Entity | Nameless | undefined => {
    if (subjects.has(at)) return subjects.get(at)
    // "He … he …" in a circle means nobody.
    subjects.set(at, undefined)
    const found = readSubject(at)
    subjects.set(at, found)
    return found
  }

  const readSubject = (at: number): Entity | Nameless | undefined => {
    const sentence = sentences[at]
    if (sentence === undefined) return undefined
    const quoted = /["”»]\s*,?\s*(?=[\p{L}])/u.exec(masked.slice(sentence.start, sentence.end))
    const after =
      quoted === null
        ? undefined
        : readAfter(masked, { start: sentence.start + quoted.index + 1, end: sentence.end }, nameAt, true)
    const reported = after ?? readReported(masked, sentence, nameAt)
    const phrase = reported?.phrase ?? subjectOfSentence(masked, sentence, nameAt)
    if (phrase === undefined) return undefined
    const entity = entityOf(phrase, sentence.start)
    if (entity !== undefined && ('nameless' in entity || entity.kind !== 'place')) return entity
    const words = text.slice(phrase.range.start, phrase.range.end)
    return phrase.pronoun === undefined && genderOf(words) !== undefined && /^(?:a|an|une?)\s/iu.test(words)
      ? { nameless: phrase.range }
      : undefined
  }

  /** The one person named in a sentence that the pronoun fits. */
  const onlyPersonIn = (at: number, pronoun: string): Entity | undefined => {
    const sentence = sentences[at]
    if (sentence === undefined) return undefined
    const mentions = mentionsBefore(registry, sentence.end).filter(({ start }) => start >= sentence.start)
    const fitting = [...new Set(mentions.map(({ entity }) => entity))].filter(
      (entity) => agreesWith(pronoun, entity) && (entity.name.includes(' ') || entity.roles.size > 0),
    )
    return fitting.length === 1 ? fitting[0] : undefined
  }

  return {
    /** @param isInside the mention stands in a quotation: whoever is quoted may mean somebody else. */
    speakerOf(phrase: NounPhrase, position: number, isInside = false): Speaker {
      const words = text.slice(phrase.range.start, phrase.range.end)
      const entity = entityOf(phrase, position, isInside)
      if (entity !== undefined && 'nameless' in entity) {
        const { start, end } = entity.nameless
        return { mention: phrase.range, words: text.slice(start, end), nameless: entity.nameless }
      }
      if (entity === undefined) return { mention: phrase.range, words }
      const isRole = phrase.head === undefined && phrase.pronoun === undefined
      const isLoose =
        isRole && entityByRole(words, registry, language) === undefined && registry.entityNamed(words) === undefined
      const isTorn = phrase.pronoun !== undefined && hasRival(entity, phrase.pronoun, position)
      const isGuess =
        isTorn ||
        (isLoose && !isBodyMention(words, language) && onlyPersonBefore(phrase.range.start, words) === undefined)
      return { mention: phrase.range, words, entity, ...(isGuess && { isGuess }) }
    },
  }
}
