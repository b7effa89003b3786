/** What the quotes of an answer disagree on, in one line, on every platform the same: each figure, who says it, and when. */
import { formatDate, interfaceTexts } from '../interface-texts.ts'
import type { Answer } from '../types.ts'
import { cleanLine } from './cutting/clean.ts'
import { cutText } from './cutting/cut.ts'

/** Characters shown of a figure or a speaker: they are a sentence's at most. */
const partLimit = 120

/** Undefined where they do not surely disagree. */
export function describeDisagreement({ disagreement, citations, language }: Answer): string | undefined {
  if (disagreement === undefined || disagreement.length < 2) return undefined
  const texts = interfaceTexts(language)
  const figures = disagreement.map(({ citation, figure, speaker }) => {
    const { published } = citations.find(({ n }) => n === citation)?.article ?? {}
    const date = published === undefined ? texts.dateUnknown : formatDate(published, language)
    const beside = [...(speaker === undefined ? [] : [speaker]), date].map(shown)
    return `${shown(figure)} (${beside.join(', ')}) [${citation}]`
  })
  return texts.disagree(figures)
}

function shown(text: string): string {
  return cutText(cleanLine(text), partLimit)
}
