/** "This passage does not say that": a short form, kept for the maintainers. */
import {
  ComponentType,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Answer, Language } from '../../../src/types.ts'
import { type CustomId, readCustomId, writeCustomId } from '../answers/custom-ids.ts'
import { sayLine } from '../answers/message.ts'
import type { Bot } from '../bot.ts'
import { isAllowedHere, visitOf } from './handle-command.ts'
import { refuse, respond } from './respond.ts'

const noteField = 'note'
/** UTF-16 units, as the desk takes. */
const longestNote = 1_000

export async function showDoubtForm(
  interaction: MessageComponentInteraction,
  id: CustomId,
  language: Language,
): Promise<void> {
  const { title, label, placeholder } = deskTexts(language).doubt
  await interaction.showModal({
    custom_id: writeCustomId(id),
    title,
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: noteField,
            style: TextInputStyle.Paragraph,
            label,
            placeholder,
            required: false,
            max_length: longestNote,
          },
        ],
      },
    ],
  })
}

export async function handleDoubtForm(bot: Bot, interaction: ModalSubmitInteraction): Promise<void> {
  const id = readCustomId(interaction.customId)
  const visit = await visitOf(bot, interaction)
  const { language, asker } = visit
  const texts = deskTexts(language)
  if (id?.kind !== 'doubt') return await refuse(bot, interaction, texts.expired, language)
  if (!isAllowedHere(interaction, visit)) return await refuse(bot, interaction, texts.channelNotAllowed, language)
  const note = readNote(interaction)
  const answer = async () => {
    const doubted = await bot.desk.answer(id.key)
    if (doubted === undefined) return sayLine(texts.unknownAnswer, language)
    const citation = findCitation(doubted, id.n, note)
    await bot.desk.feedback({
      answerId: id.key,
      kind: 'does-not-say',
      asker,
      ...(citation !== undefined && { citation }),
      ...(note !== '' && { note }),
    })
    const spoken = visit.chosenLanguage ?? doubted.language
    return sayLine(deskTexts(spoken).thanks['does-not-say'], spoken)
  }
  await respond(bot, interaction, { ephemeral: true, language, answer })
}

function readNote({ fields }: ModalSubmitInteraction): string {
  const field = fields.fields.get(noteField)
  const value = field?.type === ComponentType.TextInput ? field.value : ''
  return value.trim().slice(0, longestNote).toWellFormed()
}

/** The one whose button it was, else the one that the note names: "[2] …". */
function findCitation({ citations }: Answer, n: number, note: string): number | undefined {
  const named = Number(/\[(\d{1,3})\]/.exec(note)?.[1] ?? 0)
  return citations.find((citation) => citation.n === (n === 0 ? named : n))?.n
}
