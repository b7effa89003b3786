/** `/admin`, for maintainers and the roles that a server has set. */

import { UserError } from '../../../src/errors.ts'
import { renderGaps } from '../../../src/rendering/blocks/render-gaps.ts'
import { renderStatus } from '../../../src/rendering/blocks/render-status.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import { type Reply, sayLine, toMessage } from '../answers/message.ts'
import type { Call } from './call.ts'
import { edit } from './respond.ts'

const gapsShown = 25

export async function runAdmin(call: Call): Promise<Reply> {
  const { bot, interaction, visit } = call
  const { language } = visit
  const name = interaction.options.getSubcommand()
  bot.log.info({ asker: visit.asker, group: visit.group, command: `admin ${name}` }, 'a maintainer command')
  if (name === 'gaps') return await showGaps(call)
  if (name === 'reindex') return await reindex(call)
  return { rendering: renderStatus(await bot.desk.status(language), language), language }
}

/** Those of this server; SOURCIER_ADMINS see all, other servers' and direct messages' too. */
async function showGaps({ bot, visit: { asker, group, language } }: Call): Promise<Reply> {
  const seesAll = bot.desk.isMaintainer(asker)
  if (!seesAll && group === undefined) throw new UserError(deskTexts(language).onlyInServers)
  const gaps = seesAll ? await bot.desk.gaps(gapsShown) : await bot.desk.gaps(gapsShown, group)
  return { rendering: renderGaps(gaps, language), language }
}

async function reindex({ bot, interaction, visit: { language } }: Call): Promise<Reply> {
  const texts = deskTexts(language)
  await edit(interaction, toMessage(sayLine(texts.reindexStarted, language), bot.pages, interaction.user.id))
  try {
    const { revision, summary } = await bot.desk.reindex()
    return sayLine(texts.reindexDone(revision, summary), language)
  } catch (error) {
    if (error instanceof UserError) throw error
    bot.report(error, 'reindexing failed')
    return sayLine(texts.reindexFailed, language)
  }
}
