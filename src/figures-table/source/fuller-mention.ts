/** "The report": which one, as a sentence before names it ("a recent Amnesty International report"). */

import { findNames } from '../../entities/names.ts'
import type { Unit } from '../../reading/quotable.ts'
import type { Attached } from '../types.ts'
import { attach, sentenceOf } from './sentence.ts'

const documents =
  'report|study|survey|letter|statement|document|order|decree|indictment|inquiry|review|rapport|étude|etude|enquête|enquete|lettre|communiqué|communique|document|décret|decret|arrêté|arrete|réquisitoire|requisitoire'
const bare = new RegExp(`^(?:the|this|that|le|la|ce|cette|cet|l['’])\\s*(${documents})$`, 'iu')

/**
 * @param speaker as its sentence writes it.
 * @param before the sentences before, nearest first.
 * @returns undefined unless it is a document without the name of its author, and one of them gives that.
 */
export function findFullerMention(speaker: string, before: readonly Unit[]): Attached | undefined {
  const noun = bare.exec(speaker.trim())?.[1]
  if (noun === undefined) return undefined
  const word = "[\\p{L}\\p{N}.'’-]+"
  const phrase = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:an?|the|un|une|le|la|its|son|sa|leur|their)\\s+)?(?:(?!(?:an?|the|un|une|le|la|in|dans|of|de)\\s)${word}\\s+){0,5}?${noun}(?!\\p{L})(?:\\s+(?:by|from|of|de|du|des|d['’]|de la)\\s*${word}(?:\\s+(?:of|de|du|des|for|pour|the|la|le|les|\\p{Lu}${word})){0,6})?`,
    'iu',
  )
  for (const unit of before) {
    const match = phrase.exec(unit.text)
    // Behind another word, so that the first one's capital says nothing.
    if (match === null || findNames(`… ${match[0]}`, unit.language).length === 0) continue
    return attach(sentenceOf(unit), { start: match.index, end: match.index + match[0].length }, 'context')
  }
  return undefined
}
