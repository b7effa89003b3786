/** Who and what an article names, with what else it calls them: what a surname, a role or a pronoun may stand for. */
import { findNames, type NameMention } from '../entities/names.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Language, Range } from '../types.ts'
import {
  auxiliaries,
  bodyNoun,
  conjunctions,
  determiners,
  feminineNoun,
  isSayingVerb,
  masculineNoun,
  pronouns,
} from './closed-words.ts'
import { type NameParts, namesTheSame, partsOfName } from './name-parts.ts'
import { type SpeechToken, tokensOf } from './tokens.ts'
import type { Entity } from './types.ts'

export type Registry = {
  readonly names: readonly NameMention[]
  readonly entities: readonly Entity[]
  /** Of a name that stands in the article, by where it begins. */
  entityAt(start: number): Entity | undefined
  /** Of any writing of a name; undefined where it is nobody's, or two's. */
  entityNamed(name: string): Entity | undefined
}

type Draft = {
  readonly id: number
  parts: NameParts
  name: NameMention
  readonly roles: Set<string>
  genders: ('masculine' | 'feminine')[]
  isBody: boolean
  isPlace: boolean
}

/** @param masked the article's text with its quotations masked; `text` as it is. */
export function readEntities(text: string, masked: string, language: Language): Registry {
  const names = findNames(masked, language).filter(({ text: name }) => !/^x+$/iu.test(name))
  const tokens = tokensOf(masked, { start: 0, end: masked.length })
  const positions = new Map(tokens.map((token, at) => [token.start, at]))
  const drafts: Draft[] = []
  const owner = new Map<number, Draft>()
  // Full names first, wherever they stand: "Hale" may come before "Victor Hale".
  const ordered = names.toSorted(
    (left, right) => wordCount(right.text) - wordCount(left.text) || left.start - right.start,
  )
  for (const name of ordered) {
    const parts = partsOfName(name.text)
    const same = drafts.filter((draft) => namesTheSame(parts, draft.parts))
    const known = same.length === 1 ? same[0] : undefined
    const draft = known ?? {
      id: drafts.length,
      parts,
      name,
      roles: new Set<string>(),
      genders: [],
      isBody: name.kind === 'organisation',
      isPlace: name.kind === 'place',
    }
    if (known === undefined) drafts.push(draft)
    owner.set(name.start, draft)
    const at = positions.get(name.start)
    if (at !== undefined) describe(draft, tokens, at, name, language)
  }
  const entities = drafts.map(
    ({ id, name, roles, genders, isBody, isPlace }): Entity => ({
      id,
      name: text.slice(name.start, name.end),
      fullest: { start: name.start, end: name.end },
      roles,
      kind: isPlace && roles.size === 0 ? 'place' : isBody ? 'body' : 'person',
      ...(genders[0] !== undefined && genders.every((gender) => gender === genders[0]) && { gender: genders[0] }),
    }),
  )
  return {
    names,
    entities,
    entityAt(start) {
      const draft = owner.get(start)
      return draft === undefined ? undefined : entities[draft.id]
    },
    entityNamed(name) {
      const parts = partsOfName(name)
      const same = drafts.filter((draft) => namesTheSame(parts, draft.parts))
      const whole = same.filter((draft) => draft.parts.words.join(' ') === parts.words.join(' '))
      const [only, other] = whole.length > 0 ? whole : same
      return only === undefined || other !== undefined ? undefined : entities[only.id]
    },
  }
}

function wordCount(name: string): number {
  return name.split(/\s+/u).length
}

const isJoint = /^(?:of|for|from|at|to|de|du|des|d['’]|à|au|aux|with|avec|by|par|et|and)$/u

/** Words back from a name that may say what somebody is. */
const reach = 9
/** And without a comma between. */
const nearby = 6

/** Adds what stands beside a name to what its bearer is called. */
function describe(
  draft: Draft,
  tokens: readonly SpeechToken[],
  at: number,
  name: NameMention,
  language: Language,
): void {
  let behind = at
  while (behind < tokens.length && (tokens[behind]?.start ?? 0) < name.end) behind += 1
  const before = roleBefore(tokens, at, behind)
  const isApposed = tokens[at - 1]?.text === ',' && before.length > 0
  const after = isApposed ? [] : roleAfter(tokens, behind)
  for (const token of [...before, ...after]) {
    if (determiners.has(token.folded)) continue
    if (token.isWord && !isStopWord(token.folded, language) && token.folded.length > 2) draft.roles.add(token.folded)
    if (feminineNoun.test(token.folded)) draft.genders.push('feminine')
    if (masculineNoun.test(token.folded)) draft.genders.push('masculine')
  }
  const [first] = before
  const [opens] = after
  for (const token of [first, opens]) {
    if (token !== undefined && /^(?:la|une)$/u.test(token.folded)) draft.genders.push('feminine')
    if (token !== undefined && /^(?:le|un)$/u.test(token.folded)) draft.genders.push('masculine')
  }
  const person = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1]
  if (person !== undefined && /^(?:mme|mlle|mrs|ms)$/u.test(person.folded)) draft.genders.push('feminine')
  if (person !== undefined && /^(?:m|mr)$/u.test(person.folded)) draft.genders.push('masculine')
  const nouns = [...before].filter(({ folded }) => bodyNoun.test(folded))
  const last = before.at(-1)
  if (last !== undefined && nouns.includes(last) && !isApposed) draft.isBody = true
  if (last !== undefined && /^(?:the|les|l')$/u.test(last.folded.replace('’', "'"))) draft.isBody = true
}

/** "the bank's chairman, | Victor Hale", "Transport minister | Ada Quill": back to the determiner, a verb or a mark. */
function roleBefore(tokens: readonly SpeechToken[], at: number, behind: number): readonly SpeechToken[] {
  let last = at - 1
  if (tokens[last]?.text === '.' && /^(?:m|mr|dr|mme|me|mrs|ms|pr)$/u.test(tokens[last - 1]?.folded ?? '')) last -= 2
  const article = tokens[last]
  const joint = article !== undefined && /^(?:the|la|le|les|l['’])$/u.test(article.folded) ? tokens[last - 1] : article
  // "The mayor of | Selby", "a lawyer for | Pia Lind": said of somebody else.
  if (
    joint !== undefined &&
    /^(?:of|for|from|at|to|de|du|des|d['’]|à|au|aux|with|avec|by|par|et|and)$/u.test(joint.folded)
  )
    return []
  const isApposed = article?.text === ','
  // ", Victor Hale," stands between two marks.
  const closes = tokens[behind]
  if (isApposed && closes?.isWord && !/^(?:of|de|du|des|d['’])$/u.test(closes.folded)) return []
  if (isApposed) last -= 1
  const found: SpeechToken[] = []
  for (let position = last; position >= 0 && last - position < (isApposed ? reach : nearby); position -= 1) {
    const token = tokens[position]
    if (token === undefined) break
    const isElision = /['’]s?$/u.test(token.text) && token.text.length < 8
    if (!token.isWord && !isElision) break
    if (auxiliaries.has(token.folded) || conjunctions.has(token.folded) || pronouns.has(token.folded)) break
    if (isSayingVerb(token.folded)) break
    // "La présidente de l'association | Regards": the president of it, not it.
    if (!isApposed && isJoint.test(token.folded) && bodyNoun.test(tokens[last]?.folded ?? '')) break
    if (/ed$/u.test(token.folded) && !determiners.has(tokens[position - 1]?.folded ?? '')) break
    found.unshift(token)
    const isDeterminer =
      (determiners.has(token.folded) && !/^(?:du|des)$/u.test(token.folded)) || /^l['’]$/u.test(token.folded)
    const joins = tokens[position - 1]
    const belongs = joins !== undefined && /^(?:of|de|du|des|d['’]|for|from|at|à|au|aux|['’]s|&)$/u.test(joins.folded)
    if (isDeterminer && !belongs && !/^(?:de|d['’])$/u.test(token.folded)) break
  }
  // Without a comma only what stands right before, and no sentence that ends so.
  const isNoun = found.some(({ folded, isWord }) => isWord && !determiners.has(folded))
  return isNoun ? found : []
}

/** "Helen Marsh, | the chief executive", "Dougal Rennie, | who keeps the shop": up to the next mark. */
function roleAfter(tokens: readonly SpeechToken[], behind: number): readonly SpeechToken[] {
  if (!/^[,(]$/u.test(tokens[behind]?.text ?? '')) return []
  const first = tokens[behind + 1]
  if (first === undefined || !first.isWord || first.isCapital) {
    if (first === undefined || !/^[ldL]['’]$/u.test(first.text)) return []
  }
  if (conjunctions.has(first.folded) && !/^(?:whose|dont)$/u.test(first.folded)) return []
  if ((auxiliaries.has(first.folded) && first.folded !== 'a') || isSayingVerb(first.folded)) return []
  if (pronouns.has(first.folded) && !/^(?:who|qui)$/u.test(first.folded)) return []
  const found: SpeechToken[] = []
  for (let position = behind + 1; position < tokens.length && found.length < reach + 3; position += 1) {
    const token = tokens[position]
    if (token === undefined) break
    if (!token.isWord && !/['’]s?$/u.test(token.text)) break
    found.push(token)
  }
  return found
}

/** Where the nearest mention of any entity before a position stands. */
export function mentionsBefore(registry: Registry, position: number): readonly (Range & { readonly entity: Entity })[] {
  return registry.names.flatMap(({ start, end }) => {
    const entity = end <= position ? registry.entityAt(start) : undefined
    return entity === undefined ? [] : [{ start, end, entity }]
  })
}
