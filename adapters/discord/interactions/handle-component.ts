/** Buttons and menus under an answer, however much later and by whomever they are used. */
import { setTimeout as wait } from 'node:timers/promises'
import type { MessageComponentInteraction } from 'discord.js'
import { renderPassage } from '../../../src/rendering/blocks/render-passage.ts'
import { sourceBlock } from '../../../src/rendering/blocks/source-block.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Answer, Language } from '../../../src/types.ts'
import { type CustomId, readCustomId, writeCustomId } from '../answers/custom-ids.ts'
import { button, type Reply, row, sayLine, turnTo } from '../answers/message.ts'
import type { Bot } from '../bot.ts'
import type { Visit } from '../visit.ts'
import { showDoubtForm } from './doubt-form.ts'
import { isAllowedHere, visitOf } from './handle-command.ts'
import { edit, refuse, respond } from './respond.ts'

export async function handleComponent(bot: Bot, interaction: MessageComponentInteraction): Promise<void> {
  const id = readCustomId(interaction.customId)
  const visit = await visitOf(bot, interaction)
  const { language } = visit
  const texts = deskTexts(language)
  if (id === undefined) return await refuse(bot, interaction, texts.expired, language)
  if (!isAllowedHere(interaction, visit)) return await refuse(bot, interaction, texts.channelNotAllowed, language)
  if (id.kind === 'page') return await turnPage(bot, interaction, id, language)
  // A form cannot follow a deferral: it is the first answer itself.
  if (id.kind === 'doubt') {
    const spoken = await languageOfAnswer(bot, id.key, visit)
    return await bot.work.acknowledge(() => showDoubtForm(interaction, id, spoken))
  }
  const chosen = interaction.isStringSelectMenu() ? { ...id, n: readNumber(interaction.values[0]) } : id
  await respond(bot, interaction, { ephemeral: true, language, answer: () => answerButton(bot, chosen, visit) })
}

/** Milliseconds that a form waits for the language of its answer. */
const patienceMs = 500

/** As the answer speaks, where that is known soon. */
async function languageOfAnswer(bot: Bot, key: string, visit: Visit): Promise<Language> {
  if (visit.chosenLanguage !== undefined) return visit.chosenLanguage
  const late = wait(patienceMs, undefined, { ref: false })
  const answer = await Promise.race([bot.desk.answer(key).catch(() => undefined), late])
  return answer?.language ?? visit.language
}

function readNumber(value: string | undefined): number {
  return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : 0
}

async function turnPage(bot: Bot, interaction: MessageComponentInteraction, id: CustomId, language: Language) {
  const texts = deskTexts(language)
  const message = turnTo(id.key, id.n, bot.pages)
  if (message === undefined) return await refuse(bot, interaction, texts.expired, language)
  if (bot.pages.find(id.key)?.userId !== interaction.user.id) {
    return await refuse(bot, interaction, texts.notYourButton, language)
  }
  await bot.work.acknowledge(() => interaction.deferUpdate())
  await edit(interaction, message)
}

async function answerButton(bot: Bot, { kind, key, n }: CustomId, visit: Visit): Promise<Reply> {
  const answer = await bot.desk.answer(key)
  if (answer === undefined) return sayLine(deskTexts(visit.language).unknownAnswer, visit.language)
  const language = visit.chosenLanguage ?? answer.language
  if (kind === 'passage' || kind === 'passages') return await showPassage(bot, answer, n, language)
  if (kind === 'sources') return listSources(answer, language)
  const opinion = kind === 'useful' ? 'useful' : 'wrong'
  await bot.desk.feedback({ answerId: key, kind: opinion, asker: visit.asker })
  return sayLine(deskTexts(language).thanks[opinion], language)
}

async function showPassage(bot: Bot, answer: Answer, n: number, language: Language): Promise<Reply> {
  const { doubt: form, passageHeading, unknownPassage } = deskTexts(language)
  const citation = answer.citations.find((other) => other.n === n)
  const view = citation === undefined ? undefined : await bot.desk.passage(citation.passageId, citation)
  if (view === undefined) return sayLine(unknownPassage, language)
  const doubt = button({ label: form.title, id: writeCustomId({ kind: 'doubt', key: answer.id, n }) })
  return {
    rendering: renderPassage(view, language),
    heading: `${passageHeading} [${n}]`,
    language,
    rows: [row([doubt])],
  }
}

function listSources({ citations }: Answer, language: Language): Reply {
  const groups = citations.map((citation) => [sourceBlock(citation, language, citation.n)])
  return { rendering: { tone: 'plain', groups }, heading: deskTexts(language).buttons.sources, language }
}
