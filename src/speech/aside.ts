/** What stands between commas, brackets or dashes behind a noun or a name, and belongs to it. */
import type { Range } from '../types.ts'
import {
  auxiliaries,
  conjunctions,
  determiners,
  isSayingVerb,
  joiners,
  possessives,
  prepositions,
} from './closed-words.ts'
import type { NamesAt } from './noun-phrase.ts'
import type { SpeechToken } from './tokens.ts'

/**
 * ", Victor Hale," behind a noun, ", the chief executive," behind a name, "(the chief executive)", ", 41,". `last`: behind
 * its last word; `end`: behind the comma that closes it.
 */
export function readAside(
  tokens: readonly SpeechToken[],
  at: number,
  nameAt: NamesAt,
  needsName: boolean,
  mayEnd: boolean,
): { readonly head?: Range; readonly last: number; readonly end: number } | undefined {
  const mark = tokens[at]?.text
  if (mark === undefined || !/^[,(–—-]$/u.test(mark)) return undefined
  const closing = mark === '(' ? /^\)$/u : mark === ',' ? /^,$/u : /^[–—-]$/u
  let last = at + 1
  while (last < tokens.length && !closing.test(tokens[last]?.text ?? '') && !endsAside(tokens, last)) last += 1
  if (last === at + 1) return undefined
  const isClosed = closing.test(tokens[last]?.text ?? '')
  const end = isClosed ? last + 1 : last
  const first = tokens[at + 1]
  if (first === undefined) return undefined
  const title = /^(?:m|mr|mrs|ms|mme|mlle|me|dr|pr|prof|sir)$/u.test(first.folded) ? 1 : 0
  const dot = tokens[at + 1 + title]?.text === '.' ? 1 : 0
  const named = tokens[at + 1 + title + dot]
  const name = named === undefined ? undefined : nameAt(named.start)
  if (needsName) {
    if (name === undefined) return undefined
    let behind = at + 1 + title + dot
    while (behind < tokens.length && (tokens[behind]?.start ?? 0) < name.end) behind += 1
    // ", Victor Hale, said": or the name ends what there is, or goes on with "of …".
    const next = tokens[behind]
    const isAlone =
      behind === last || (next !== undefined && (joiners.has(next.folded) || prepositions.has(next.folded)))
    // "The mayor, Ana Ruiz said, …" is no apposition.
    return isAlone
      ? { head: name, last: behind === last ? last : behind, end: behind === last ? end : behind }
      : undefined
  }
  const opens = first.folded
  const isRole =
    determiners.has(opens) ||
    possessives.has(opens) ||
    /^\d/u.test(opens) ||
    /^(?:who|whose|qui|dont)$/u.test(opens) ||
    (first.isWord &&
      !first.isCapital &&
      !conjunctions.has(opens) &&
      (opens === 'a' || !auxiliaries.has(opens)) &&
      !prepositions.has(opens) &&
      !isSayingVerb(opens))
  const inside = tokens.slice(at + 1, last)
  const isRelative = /^(?:who|whose|qui|dont)$/u.test(opens)
  const acts = !isRelative && inside.some(({ folded }) => folded !== 'a' && auxiliaries.has(folded.replace('’', "'")))
  return isRole && !acts && (isClosed || (mayEnd && (last === tokens.length || endsAside(tokens, last))))
    ? { last, end }
    : undefined
}

function endsAside(tokens: readonly SpeechToken[], at: number): boolean {
  const mark = tokens[at]?.text ?? ''
  return (
    /^[:;"«“”»!?…]$/u.test(mark) ||
    (mark === '.' &&
      (at === tokens.length - 1 || tokens[at + 1]?.isCapital === true) &&
      (tokens[at - 1]?.text.length ?? 0) > 2)
  )
}
