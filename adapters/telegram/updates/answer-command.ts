/** The commands of people. */
import type { Preferences } from '../../../src/desk/types.ts'
import { renderFigures } from '../../../src/rendering/blocks/render-figures.ts'
import { renderHelp } from '../../../src/rendering/blocks/render-help.ts'
import { renderProof } from '../../../src/rendering/blocks/render-proof.ts'
import { renderSources } from '../../../src/rendering/blocks/render-sources.ts'
import { renderStatus } from '../../../src/rendering/blocks/render-status.ts'
import { cleanLine } from '../../../src/rendering/cutting/clean.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Rendering } from '../../../src/rendering/types.ts'
import type { Presence } from '../connection/presence.ts'
import { languageKeyboard } from '../messages/keyboards.ts'
import { lineMessage, renderingMessages } from '../messages/messages.ts'
import type { AnswerParts } from '../messages/parts.ts'
import { telegramTexts } from '../messages/telegram-texts.ts'
import { answerAdmin } from './answer-admin.ts'
import { answerQuestion, verifyText } from './answer-question.ts'
import type { Wanted } from './read-message.ts'
import type { Plan } from './steps.ts'
import type { Visitor } from './visitor.ts'

type Command = Extract<Wanted, { kind: 'command' }>

export async function answerCommand(
  { name, argument }: Command,
  visitor: Visitor,
  parts: AnswerParts,
  presence: Presence,
): Promise<Plan> {
  const { desk } = parts
  const { place, language, asker } = visitor
  const texts = deskTexts(language)
  const plan = (steps: Plan['steps']): Plan => ({ steps, private: visitor.private })
  const say = (text: string) => plan([lineMessage(text, place)])
  const show = (rendering: Rendering) => plan([...renderingMessages(rendering, place)])
  switch (name) {
    case 'ask':
      return argument === '' ? say(texts.nothingToAsk) : answerQuestion(argument, visitor, parts, presence)
    case 'verify':
      return argument === '' ? say(texts.nothingToCheck) : verifyText(argument, visitor, parts, presence)
    case 'figures': {
      if (argument === '') return say(telegramTexts(language).figuresUse)
      presence.begin(place)
      const found = await desk.figures(argument, visitor.chosenLanguage)
      return show(renderFigures(found.table, visitor.chosenLanguage ?? found.language))
    }
    case 'sources':
      return show(renderSources(await desk.sources(), language))
    case 'proof':
      if (argument === '') return say(telegramTexts(language).proofUse)
      return show(renderProof(await desk.proof(cleanLine(argument), language), language))
    case 'status':
      return show(renderStatus(await desk.status(language), language))
    case 'language':
      return await chooseLanguage(argument, visitor, parts)
    case 'private':
      return await choosePrivacy(argument, visitor, parts, presence)
    case 'forget': {
      const answers = await desk.forget(asker)
      await parts.forgetInbox(asker)
      return say(texts.forgotten(answers))
    }
    case 'start':
      return plan([lineMessage(texts.welcome, place), ...renderingMessages(renderHelp(language, 'telegram'), place)])
    case 'help':
      return show(renderHelp(language, 'telegram'))
    case 'admin':
      return await answerAdmin(argument, visitor, parts)
  }
}

async function chooseLanguage(argument: string, visitor: Visitor, { desk }: AnswerParts): Promise<Plan> {
  const { asker, place, language, private: isPrivate } = visitor
  const wanted = argument.trim().toLowerCase()
  const choice = wanted === 'en' || wanted === 'fr' || wanted === 'auto' ? wanted : undefined
  if (choice === undefined) {
    const message = lineMessage(telegramTexts(language).languageChoice, place, languageKeyboard(language))
    return { steps: [message], private: isPrivate }
  }
  const after = await desk.prefer(asker, { language: choice === 'auto' ? undefined : choice })
  return { steps: [lineMessage(describeLanguage(after, language), place)], private: isPrivate }
}

export function describeLanguage({ language }: Preferences, before: Visitor['language']): string {
  return language === undefined ? deskTexts(before).languageFollowsQuestion : deskTexts(language).languageChosen
}

const switches: ReadonlyMap<string, boolean> = new Map([
  ...(['on', 'oui', 'yes'] as const).map((word) => [word, true] as const),
  ...(['off', 'non', 'no'] as const).map((word) => [word, false] as const),
])

/** Alone it turns privacy on or off; with a question it asks that one in private. */
async function choosePrivacy(
  argument: string,
  visitor: Visitor,
  parts: AnswerParts,
  presence: Presence,
): Promise<Plan> {
  const texts = deskTexts(visitor.language)
  const wanted = argument === '' ? !visitor.private : switches.get(argument.toLowerCase())
  if (wanted === undefined) return answerQuestion(argument, { ...visitor, private: true }, parts, presence)
  const say = (text: string): Plan => ({ steps: [lineMessage(text, visitor.place)], private: visitor.private })
  if (parts.privateByDefault) return say(texts.privateAlways)
  await parts.desk.prefer(visitor.asker, { private: wanted })
  return say(wanted ? texts.privateOn : texts.privateOff)
}
