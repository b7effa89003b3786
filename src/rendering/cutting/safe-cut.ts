/** Where a quote of ours may be shortened: a cut never leaves out what turns the meaning of the words that stay. */
import { turnAfter } from '../../speech/cuts/turn-after.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { Range } from '../../types.ts'
import { findCut } from './find-cut.ts'

/** `head`: what is kept from the beginning; `tail`: words of its sentence that must stand behind it, after an ellipsis. */
export type SafeCut = { readonly head: number; readonly tail?: Range }

/** The tail may take this share of the room. */
const mostTail = 0.6
const ellipsis = ' … '

/** @param limit UTF-16 units for head, ellipsis and tail together. `head` is 0 when nothing may be shown alone. */
export function findSafeCut(text: string, limit: number): SafeCut {
  const head = findCut(text, limit)
  const sentence = splitSentences(text, 'en').find(({ start, end }) => start < head && head < end)
  if (sentence === undefined) return { head }
  const turn = firstTurn(text, sentence, head)
  if (turn === undefined) return { head }
  const before = text.slice(0, sentence.start).trimEnd().length
  if (before > 0) return { head: before }
  const tail = { start: turn, end: sentence.end }
  const length = tail.end - tail.start
  if (length > limit * mostTail) return { head: 0 }
  const shorter = findCut(text.slice(0, turn), limit - length - ellipsis.length)
  return shorter > 0 ? { head: shorter, tail } : { head: 0 }
}

/** Where the words begin that the cut would leave out and that turn what stays. */
function firstTurn(text: string, { start, end }: Range, head: number): number | undefined {
  // "… unless …" says no more than nothing: two words of it may be kept, and are looked at again.
  const from = Math.max(start, head - (/(?:\s+\S+){0,2}\s*$/u.exec(text.slice(start, head))?.[0].length ?? 0))
  const turns = turnAfter(text.slice(from, end), text.slice(start, from), true)
  return turns.length === 0 ? undefined : from + Math.min(...turns.map((turn) => turn.start))
}
