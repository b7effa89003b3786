/** A mention, a reply to the bot or a direct message: a question, answered by one reply. */
import type { Message } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Language } from '../../../src/types.ts'
import { replyWithAnswer } from '../answers/answer-reply.ts'
import { type Reply, sayLine, toMessage } from '../answers/message.ts'
import type { Bot } from '../bot.ts'
import type { Plan } from '../errands/plan.ts'
import { isChannelAllowed } from '../interactions/permissions.ts'
import { answerOrExplain } from '../interactions/respond.ts'
import { conversationOf, isPrivate, readVisit, type Visit } from '../visit.ts'
import { isByRole, readQuestion } from './addressed.ts'
import { showTyping } from './typing.ts'

/** Milliseconds in which a person is told once, at most, to ask less: a reply cannot be private. */
const quietMs = 60_000
const toldAtMost = 10_000

export function createMessageHandler(bot: Bot): (message: Message) => Promise<void> {
  const told = new LRUCache<string, true>({ max: toldAtMost, ttl: quietMs })
  return async (message) => {
    const botId = bot.client.user?.id
    if (botId === undefined || bot.isStopping()) return
    const plan = bot.errands.planned(message.id)
    if (plan !== undefined) return await reply(message, plan.message)
    const visit = await readVisit(bot, { userId: message.author.id, guildId: message.guildId })
    if (!isAllowedHere(message, visit)) return
    const asked = readQuestion(message, botId)
    const language = visit.chosenLanguage ?? bot.desk.languageOf(asked)
    const allowance = await bot.desk.allow(visit.asker, visit.group)
    if (!allowance.allowed) {
      if (told.has(visit.asker)) return
      told.set(visit.asker, true)
      return await send(
        bot,
        message,
        sayLine(deskTexts(language).tooManyQuestions(allowance.retryAfterSeconds), language),
      )
    }
    if (asked === '') return await send(bot, message, sayNothingAsked(message, botId, visit))
    const isUnkept = isPrivate(bot, visit, null)
    const stopTyping = showTyping(bot, message)
    const answer = () => answerMessage(bot, message, asked, visit)
    const answered = await answerOrExplain(bot, language, () => bot.work.answer(answer)).finally(stopTyping)
    await send(bot, message, answered, isUnkept)
  }
}

function sayNothingAsked(message: Message, botId: string, { language }: Visit): Reply {
  const { nameNotRole, nothingToAsk } = deskTexts(language)
  return sayLine(isByRole(message, botId) ? nameNotRole : nothingToAsk, language)
}

function isAllowedHere({ channelId, channel }: Message, visit: Visit): boolean {
  return isChannelAllowed(visit, channelId, 'parentId' in channel ? channel.parentId : null)
}

async function answerMessage(bot: Bot, message: Message, asked: string, visit: Visit): Promise<Reply> {
  const { channelId, channel, author } = message
  const isUnkept = isPrivate(bot, visit, null)
  const language: { readonly language?: Language } =
    visit.chosenLanguage === undefined ? {} : { language: visit.chosenLanguage }
  const answer = await bot.desk.ask({
    text: asked,
    asker: visit.asker,
    ...(visit.group !== undefined && { group: visit.group }),
    conversation: conversationOf(channelId, channel.isThread(), author.id),
    private: isUnkept,
    ...language,
  })
  const kept = !isUnkept && bot.settings.keepDays > 0
  return replyWithAnswer(answer, { kept, private: isUnkept, asked, showsQuestion: false })
}

async function send(bot: Bot, asked: Message, answer: Reply, isUnkept = false): Promise<void> {
  const message = toMessage(answer, bot.pages, asked.author.id)
  await bot.errands.plan(asked.id, { message, private: isUnkept })
  await reply(asked, message)
}

/** The question's id as nonce: Discord makes one message of it, also when it is sent by two processes. */
async function reply(asked: Message, message: Plan['message']): Promise<void> {
  await asked.reply({ ...message, failIfNotExists: false, nonce: asked.id, enforceNonce: true })
}
