/** A printed correction goes with every quote of its article; alone it would tell first what the article takes back. */
import { articleOf } from '../reading/article-of.ts'
import { findCorrections } from '../reading/corrections.ts'
import type { Unit } from '../reading/quotable.ts'
import { likely } from './read-on.ts'
import type { Readout } from './read-stretches.ts'

/** The sentences of printed corrections behind all others, where their article answers in its own words too. */
export function correctionsLast(readout: Readout): Readout {
  const notes = new Map<string, readonly string[]>()
  const isNote = ({ passage, language, text }: Unit): boolean => {
    const known = notes.get(passage.id) ?? findCorrections({ text: passage.text, language })
    notes.set(passage.id, known)
    return known.some((note) => note.includes(text))
  }
  const told = new Set(
    readout.sentences
      .filter(({ unit, answers }) => answers >= likely && !isNote(unit))
      .map(({ unit }) => articleOf(unit)),
  )
  const waits = ({ unit }: Readout['sentences'][number]) => told.has(articleOf(unit)) && isNote(unit)
  const first = readout.sentences.filter((sentence) => !waits(sentence))
  return { ...readout, sentences: [...first, ...readout.sentences.filter(waits)] }
}
