/** Articles while a person types. It cannot be deferred: what does not come in time is left out. */
import { setTimeout as wait } from 'node:timers/promises'
import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js'
import { formatDate } from '../../../src/interface-texts.ts'
import { nameArticle } from '../../../src/name-article.ts'
import type { IndexedArticle } from '../../../src/ports/passage-index.ts'
import { cutText } from '../../../src/rendering/cutting/cut.ts'
import { fold } from '../../../src/text/fold.ts'
import { toPlainLine } from '../answers/escape.ts'
import { limits } from '../answers/limits.ts'
import type { Bot } from '../bot.ts'
import { languageOfLocale } from '../visit.ts'

/** Milliseconds; Discord waits 3 s. */
const patienceMs = 1_500

export async function answerAutocomplete(bot: Bot, interaction: AutocompleteInteraction): Promise<void> {
  const timeout = new AbortController()
  const late = wait(patienceMs, [], { signal: timeout.signal, ref: false }).catch(() => [])
  const reading = readChoices(bot, interaction).catch((error: unknown) => {
    bot.report(error, 'articles could not be suggested')
    return []
  })
  const choices = await Promise.race([reading, late]).finally(() => timeout.abort())
  await bot.work.acknowledge(() => interaction.respond(choices))
}

async function readChoices(
  bot: Bot,
  interaction: AutocompleteInteraction,
): Promise<ApplicationCommandOptionChoiceData[]> {
  const focused = interaction.options.getFocused(true)
  if (interaction.commandName !== 'sources' || focused.name !== 'article') return []
  const language = languageOfLocale(interaction.locale)
  return findArticles(await bot.desk.sources(), focused.value)
    .slice(0, limits.autocompleteChoices)
    .map((article) => {
      const date = article.published === undefined ? undefined : formatDate(article.published, language)
      const name = [nameArticle(article), article.outlet, date].filter((part) => part !== undefined).join(' · ')
      return { name: cutText(toPlainLine(name), limits.choiceName) || article.id, value: article.id }
    })
}

/** Those whose title, label, outlet or id holds every word typed, in the order given. */
export function findArticles(articles: readonly IndexedArticle[], typed: string): readonly IndexedArticle[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  return articles.filter((article) => {
    const { id, title = '', label = '', outlet = '' } = article
    const text = fold([id, title, label, outlet].join(' '))
    return words.every((word) => text.includes(word))
  })
}
