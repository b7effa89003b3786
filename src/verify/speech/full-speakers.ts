/** "The report", "the minister": who or what an article that names them before means by it. */
import { findNames } from '../../entities/names.ts'
import { foldString, foldText, originalRange } from '../../figures/folded-text.ts'
import { speakingNoun } from '../../figures-table/speaker-words.ts'
import type { Language, Range } from '../../types.ts'
import { isPersonNoun } from './candidates.ts'
import type { SpokenSentence } from './who-says.ts'

const bare = /^(?:the|this|that|le|la|l'|ce|cet|cette)\s?(?:same |meme |dernier )?(\p{L}+)$/u

/**
 * Where the sentences before name whom a bare "the minister" stands for; undefined when they name nobody or two so, and
 * for a speaker who is named already.
 */
export function findFullSpeaker(
  speaker: string,
  before: readonly SpokenSentence[],
): { readonly sentence: number; readonly range: Range } | undefined {
  const noun = bare.exec(foldString(speaker).trim())?.[1]
  if (noun === undefined || !speakingNoun.test(noun)) return undefined
  const found = before.flatMap(({ text, language }, sentence) => {
    if (!foldString(text).includes(noun)) return []
    return namedBy(noun, text, language).map((named) => ({ sentence, ...named }))
  })
  const last = found.at(-1)
  if (last === undefined) return undefined
  const isOther = ({ name }: { readonly name: string }) =>
    !name.split(' ').some((word) => word.length > 2 && last.name.split(' ').includes(word))
  return found.some(isOther) ? undefined : { sentence: last.sentence, range: last.range }
}

const between =
  /^(?:[\s,'-]|(?:of|for|by|from|the|de|du|des|d|l|la|le|les|et|and|en|a|an)(?!\p{L})|\p{L}+(?:ien|ienne|ais|aise|ois|oise|al|ale|el|elle|ain|aine|eur)(?!\p{L}))*$/u

/** The noun with a name right beside it: "Amnesty International report", "the minister of Interior, Ana Ruiz". */
function namedBy(
  noun: string,
  text: string,
  language: Language,
): readonly { readonly range: Range; readonly name: string }[] {
  const source = foldText(text)
  const nouns = [...source.folded.matchAll(new RegExp(`(?<![\\p{L}])${noun}(?![\\p{L}])`, 'gu'))].map((match) =>
    originalRange(source, match.index, match.index + noun.length),
  )
  return nouns.flatMap((place) =>
    findNames(text, language).flatMap((name) => {
      if (name.kind === 'place') return []
      const range = { start: Math.min(place.start, name.start), end: Math.max(place.end, name.end) }
      const gap = text.slice(Math.min(place.end, name.end), Math.max(place.start, name.start))
      // "The report, Ana Ruiz said,": a comma parts a paper from whoever speaks of it.
      if (gap.includes(',') && !isPersonNoun(noun)) return []
      const inside = name.start <= place.start && place.end <= name.end
      // Words with a capital belong to the office or to the name.
      const plain = foldString(gap.replace(/(?<![\p{L}])\p{Lu}[\p{L}'’-]*/gu, ''))
      if (!inside && (gap.length > 70 || !between.test(plain))) return []
      return [{ range: withDeterminer(text, range), name: foldString(name.text) }]
    }),
  )
}

function withDeterminer(text: string, { start, end }: Range): Range {
  const before = /(?:(?<!\p{L})(?:an?|the|une?|le|la|ce|cette)\s(?:\p{Ll}+\s){0,2}|(?<!\p{L})l['’])$/iu.exec(
    text.slice(0, start),
  )
  return { start: start - (before?.[0].length ?? 0), end }
}
