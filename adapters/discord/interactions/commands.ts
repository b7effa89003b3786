/** What each command answers. */

import { renderFigures } from '../../../src/rendering/blocks/render-figures.ts'
import { renderHelp } from '../../../src/rendering/blocks/render-help.ts'
import { renderProof } from '../../../src/rendering/blocks/render-proof.ts'
import { renderSources } from '../../../src/rendering/blocks/render-sources.ts'
import { renderStatus } from '../../../src/rendering/blocks/render-status.ts'
import { renderVerification } from '../../../src/rendering/blocks/render-verification.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import { describeVerification } from '../../../src/verify/verification-texts.ts'
import { replyWithAnswer } from '../answers/answer-reply.ts'
import { type Reply, sayLine } from '../answers/message.ts'
import type { Bot } from '../bot.ts'
import { nameForClient } from '../commands/names.ts'
import { conversationOf, isPrivate, readLanguage, type Visit } from '../visit.ts'
import { runAdmin } from './admin.ts'
import { findArticles } from './autocomplete.ts'
import type { Call, Command } from './call.ts'
import { runConfig } from './config.ts'

const always = () => true
/** Of interest to the room, unless privacy was asked for. */
const asTheyPrefer = ({ bot, visit }: Call) => isPrivate(bot, visit, null)
const asksPrivately = ({ bot, visit, interaction }: Call) =>
  isPrivate(bot, visit, interaction.options.getBoolean('private'))

const shared = { audience: 'everybody', counts: true, everywhere: false, isEphemeral: asTheyPrefer } as const
const personal = { audience: 'everybody', counts: false, everywhere: true, isEphemeral: always } as const

/** By name. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['ask', { ...shared, isEphemeral: asksPrivately, answer: answerAsk }],
  [
    'verify',
    {
      ...shared,
      answer: ({ bot, interaction, visit }) => checkQuote(bot, interaction.options.getString('text', true), visit),
    },
  ],
  ['figures', { ...shared, answer: answerFigures }],
  ['sources', { ...personal, counts: true, answer: answerSources }],
  ['proof', { ...personal, counts: true, answer: answerProof }],
  ['status', { ...personal, counts: true, answer: answerStatus }],
  [
    'help',
    {
      ...personal,
      answer: async ({ interaction, visit: { language } }) => ({
        rendering: nameForClient(interaction.locale ?? '', renderHelp(language, 'discord')),
        language,
      }),
    },
  ],
  ['language', { ...personal, answer: answerLanguage }],
  ['private', { ...personal, answer: answerPrivate }],
  ['forget', { ...personal, answer: answerForget }],
  ['config', { ...personal, audience: 'managers', answer: runConfig }],
  ['admin', { ...personal, audience: 'maintainers', answer: runAdmin }],
])

async function answerAsk(call: Call): Promise<Reply> {
  const { bot, interaction, visit } = call
  const asked = interaction.options.getString('question', true)
  const isUnkept = asksPrivately(call)
  const answer = await bot.desk.ask({
    text: asked,
    asker: visit.asker,
    ...(visit.group !== undefined && { group: visit.group }),
    conversation: conversationOf(interaction.channelId, interaction.channel?.isThread() === true, interaction.user.id),
    private: isUnkept,
    ...(visit.chosenLanguage !== undefined && { language: visit.chosenLanguage }),
  })
  const kept = !isUnkept && bot.settings.keepDays > 0
  return replyWithAnswer(answer, { kept, private: isUnkept, asked, showsQuestion: true })
}

/** Whether the words stand in an article; said in the reader's language, where one is known: the words may be another's. */
export async function checkQuote(bot: Bot, text: string, visit: Visit): Promise<Reply> {
  const { verification, language } = await bot.desk.verify(text, visit.readerLanguage)
  const [heading = ''] = describeVerification(verification, language).heading.split(/\s*:/)
  return { rendering: renderVerification(verification, language), heading, language }
}

async function answerFigures({ bot, interaction, visit }: Call): Promise<Reply> {
  const { table, language } = await bot.desk.figures(interaction.options.getString('topic', true), visit.chosenLanguage)
  return { rendering: renderFigures(table, language), language }
}

async function answerSources({ bot, interaction, visit: { language } }: Call): Promise<Reply> {
  const wanted = interaction.options.getString('article') ?? ''
  const articles = await bot.desk.sources()
  const chosen = articles.filter(({ id }) => id === wanted)
  const found = chosen.length > 0 ? chosen : findArticles(articles, wanted)
  return { rendering: renderSources(found.length > 0 ? found : articles, language), language }
}

async function answerProof({ bot, interaction, visit: { language } }: Call): Promise<Reply> {
  return {
    rendering: renderProof(await bot.desk.proof(interaction.options.getString('id', true), language), language),
    language,
  }
}

async function answerStatus({ bot, visit: { language } }: Call): Promise<Reply> {
  return { rendering: renderStatus(await bot.desk.status(language), language), language }
}

async function answerLanguage({ bot, interaction, visit }: Call): Promise<Reply> {
  const language = readLanguage(interaction.options.getString('language', true))
  await bot.desk.prefer(visit.asker, { language })
  if (language === undefined) return sayLine(deskTexts(visit.language).languageFollowsQuestion, visit.language)
  return sayLine(deskTexts(language).languageChosen, language)
}

async function answerPrivate({ bot, interaction, visit: { asker, language } }: Call): Promise<Reply> {
  const texts = deskTexts(language)
  const on = interaction.options.getBoolean('on', true)
  await bot.desk.prefer(asker, { private: on })
  if (bot.settings.privateByDefault) return sayLine(texts.privateAlways, language)
  return sayLine(on ? texts.privateOn : texts.privateOff, language)
}

async function answerForget({ bot, visit: { asker, language } }: Call): Promise<Reply> {
  const answers = await bot.desk.forget(asker)
  await bot.forgetErrands(asker)
  return sayLine(deskTexts(language).forgotten(answers), language)
}
