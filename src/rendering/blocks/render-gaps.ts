import type { Gap } from '../../desk/types.ts'
import { formatDate } from '../../interface-texts.ts'
import type { Language } from '../../types.ts'
import { cleanLine } from '../cutting/clean.ts'
import { cutText } from '../cutting/cut.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import type { Block, Group, Rendering } from '../types.ts'
import { quoted } from './quote-block.ts'

/** Other wordings shown of a group. */
const shownOthers = 3
/** UTF-16 units of a note shown. */
const shownNote = 300

/** What people asked and did not get, in the order given: a group a question, with how often, when last, and what people wrote. */
export function renderGaps(gaps: readonly Gap[], language: Language): Rendering {
  const texts = deskTexts(language)
  if (gaps.length === 0) return { tone: 'plain', groups: [[{ kind: 'lead', spans: [{ text: texts.noGaps }] }]] }
  const title: Block = { kind: 'title', spans: [{ text: texts.gapsHeading(gaps.length) }] }
  return { tone: 'plain', groups: [[title], ...gaps.map((gap) => renderGap(gap, language))] }
}

function renderGap({ question, newest, kinds, others, notes }: Gap, language: Language): Group {
  const texts = deskTexts(language)
  const counts = (['not-found', 'unsure', 'wrong'] as const).flatMap((kind) =>
    kinds[kind] > 0 ? [texts.gapKinds[kind](kinds[kind])] : [],
  )
  const facts = [...counts, texts.gapNewest(formatDate(newest, language))].join(' · ')
  const also: readonly Block[] =
    others.length === 0
      ? []
      : [
          {
            kind: 'text',
            spans: [{ text: texts.gapOthers(others.slice(0, shownOthers).map(cleanLine)), style: 'italic' }],
          },
        ]
  const written = notes.map((note): Block => {
    const words = quoted(cutText(cleanLine(note), shownNote), language)
    return { kind: 'text', spans: [{ text: texts.gapNote(words) }] }
  })
  const item: Block = { kind: 'item', spans: [{ text: cleanLine(question), style: 'bold' }, { text: ` · ${facts}` }] }
  return [item, ...also, ...written]
}
