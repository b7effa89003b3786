import type { FollowNews } from '../../follow/types.ts'
import { cleanLine } from '../cutting/clean.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import type { Block, Rendering } from '../types.ts'
import { renderAnswer } from './render-answer.ts'

/** What is new on a followed question: the new words alone, with their sources. */
export function renderNews({ question, answer }: FollowNews): Rendering {
  const title: Block = {
    kind: 'title',
    spans: [
      { text: deskTexts(answer.language).newsHeading },
      { text: ' ' },
      { text: cleanLine(question), style: 'italic' },
    ],
  }
  const { tone, groups } = renderAnswer(answer, { kept: false })
  return { tone, groups: [[title], ...groups] }
}
