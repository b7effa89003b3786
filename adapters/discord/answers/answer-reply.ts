/** An answer with its buttons. */
import { type APIComponentInMessageActionRow, ButtonStyle, ComponentType } from 'discord.js'
import { interfaceTexts } from '../../../src/interface-texts.ts'
import { nameArticle } from '../../../src/name-article.ts'
import { renderAnswer } from '../../../src/rendering/blocks/render-answer.ts'
import { cutText } from '../../../src/rendering/cutting/cut.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import { wasSearched } from '../../../src/rendering/was-searched.ts'
import type { Answer } from '../../../src/types.ts'
import { writeCustomId } from './custom-ids.ts'
import { toPlainLine } from './escape.ts'
import { limits } from './limits.ts'
import { button, type Reply, type Row, row } from './message.ts'

export type AnswerOptions = {
  /** Whether its id opens a proof. */
  readonly kept: boolean
  readonly private: boolean
  /** What the person wrote. */
  readonly asked: string
  /** Whether the question is shown: a command's is seen by nobody else, a message's stands above the reply. */
  readonly showsQuestion: boolean
}

export function replyWithAnswer(answer: Answer, { showsQuestion, ...options }: AnswerOptions): Reply {
  return {
    rendering: renderAnswer(answer, options),
    ...(wasSearched(answer) && { heading: interfaceTexts(answer.language).statuses[answer.status] }),
    ...(showsQuestion && { title: options.asked }),
    language: answer.language,
    rows: answerRows(answer),
  }
}

function answerRows(answer: Answer): readonly Row[] {
  const { id: key, citations, language } = answer
  const { buttons, doubt: form } = deskTexts(language)
  const opinions = [
    button({ label: buttons.useful, id: writeCustomId({ kind: 'useful', key, n: 0 }) }, false, ButtonStyle.Success),
    button({ label: buttons.wrong, id: writeCustomId({ kind: 'wrong', key, n: 0 }) }, false, ButtonStyle.Danger),
  ]
  if (citations.length === 0) return [row(opinions)]
  // With one source it is the one meant; with several, the form or the passage's own button says which.
  const doubted = citations.length === 1 ? (citations[0]?.n ?? 0) : 0
  const sources = button({ label: buttons.sources, id: writeCustomId({ kind: 'sources', key, n: 0 }) })
  const doubt = button({ label: form.title, id: writeCustomId({ kind: 'doubt', key, n: doubted }) })
  return [row(passageChoices(answer)), row([sources, ...opinions, doubt])]
}

function passageChoices({ id: key, citations, language }: Answer): APIComponentInMessageActionRow[] {
  const { buttons } = deskTexts(language)
  if (citations.length > limits.buttonsInRow) {
    const options = citations.slice(0, limits.selectOptions).map(({ n, article }) => ({
      label: cutText(`[${n}] ${toPlainLine(nameArticle(article))}`, limits.optionLabel),
      value: String(n),
    }))
    const id = writeCustomId({ kind: 'passages', key, n: 0 })
    return [{ type: ComponentType.StringSelect, custom_id: id, placeholder: buttons.passage, options }]
  }
  // On a phone a row of long labels becomes a column: the first says what all of them do.
  return citations.map(({ n }, position) => {
    const number = citations.length === 1 ? [] : [`[${n}]`]
    const label = [...(position === 0 ? [buttons.passage] : []), ...number].join(' ')
    return button({ label, id: writeCustomId({ kind: 'passage', key, n }) })
  })
}
