/** The buttons under an answer. */
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Answer, Language } from '../../../src/types.ts'
import type { Keyboard } from '../updates/steps.ts'
import { type Press, writePress } from './callback-data.ts'
import { telegramTexts } from './telegram-texts.ts'

const NUMBERS_A_ROW = 5

const button = (text: string, press: Press) => ({ text, data: writePress(press) })

/** Undefined where there is nothing to press for: no passage was cited. */
export function answerKeyboard({ id, citations, language }: Answer): Keyboard | undefined {
  const [first, ...others] = citations
  if (first === undefined) return undefined
  const { buttons } = deskTexts(language)
  const isOne = others.length === 0
  return [
    [
      button(
        buttons.passage,
        isOne ? { action: 'passage', answerId: id, citation: first.n } : { action: 'choose-passage', answerId: id },
      ),
      button(buttons.figures, { action: 'figures', answerId: id }),
    ],
    [
      button(buttons.useful, { action: 'useful', answerId: id }),
      button(buttons.wrong, { action: 'wrong', answerId: id }),
    ],
    [
      button(
        buttons.doesNotSay,
        isOne ? { action: 'doubt', answerId: id, citation: first.n } : { action: 'choose-doubt', answerId: id },
      ),
    ],
  ]
}

/** In both languages: who reads it is not known any more. */
export function againKeyboard(answerId: string): Keyboard {
  const label = `${telegramTexts('en').showAnswer} · ${telegramTexts('fr').showAnswer}`
  return [[button(label, { action: 'again', answerId })]]
}

/** One button a citation, and one back. */
export function citationKeyboard({ id, citations, language }: Answer, action: 'passage' | 'doubt'): Keyboard {
  const numbers = citations.map(({ n }) => button(`[${n}]`, { action, answerId: id, citation: n }))
  const rows = Array.from({ length: Math.ceil(numbers.length / NUMBERS_A_ROW) }, (_, row) =>
    numbers.slice(row * NUMBERS_A_ROW, (row + 1) * NUMBERS_A_ROW),
  )
  return [...rows, [button(`‹ ${deskTexts(language).buttons.previous}`, { action: 'buttons', answerId: id })]]
}

export function languageKeyboard(language: Language): Keyboard {
  return [
    [
      button('English', { action: 'language', language: 'en' }),
      button('Français', { action: 'language', language: 'fr' }),
    ],
    [button(telegramTexts(language).automatic, { action: 'language', language: 'auto' })],
  ]
}
