/** A language model writes, and is checked: what it cannot show word by word does not reach the reader. */
import { writeAnswerPrompt } from '../../prompts/write-answer.ts'
import { nameArticle } from '../name-article.ts'
import type { WordSpace } from '../ports/word-space.ts'
import type { Evidence } from '../types.ts'
import { ChatError, type ChatModel } from './chat-model.ts'
import { checkDraft } from './check-draft.ts'
import { type CompletionLimits, completeInForm, defaultLimits } from './complete.ts'
import { createDelimiter } from './delimiter.ts'
import { acceptedDraft, draftForm, mostClaims } from './draft-form.ts'
import { withoutLinks } from './locate-words.ts'
import { noticeOf, type WritingTrouble } from './notices.ts'
import type { DraftClaim, DroppedClaim, ModelWriter, Writing, WritingRequest } from './types.ts'

export type ModelWriterOptions = {
  readonly space: WordSpace
  readonly limits?: CompletionLimits
  /** Passages shown to the model, 8 unless given. */
  readonly mostPassages?: number
}

const passagesShown = 8

export function createModelWriter(chat: ChatModel, options: ModelWriterOptions): ModelWriter {
  const { space, limits = defaultLimits, mostPassages = passagesShown } = options
  return async (request) => {
    if (request.private && chat.hosted) return giveUp(request, 'private', 'a private question stays on this machine')
    const shown = request.evidence.slice(0, mostPassages)
    if (shown.length === 0) return { claims: undefined, dropped: [], reasons: ['no passage to write from'] }
    let drafts: readonly unknown[]
    request.onProgress?.({ stage: 'writing', passages: shown.length })
    try {
      const form = { name: 'answer', wanted: draftForm, accepted: acceptedDraft }
      drafts = (await completeInForm(chat, promptFor(request, shown), form, limits)).claims.slice(0, mostClaims)
    } catch (error) {
      if (!(error instanceof ChatError)) throw error
      return giveUp(request, error.fault, error.message)
    }
    if (drafts.length === 0) return giveUp(request, 'nothing-said', 'the model made no claims')
    request.onProgress?.({ stage: 'checking', claims: drafts.length })
    return await check(drafts, { ...request, evidence: shown }, space)
  }
}

async function check(drafts: readonly unknown[], request: WritingRequest, space: WordSpace): Promise<Writing> {
  const claims: DraftClaim[] = []
  const dropped: DroppedClaim[] = []
  let proven = 0
  for (const draft of drafts) {
    const checked = await checkDraft(draft, { language: request.language, shown: request.evidence, space })
    if ('dropped' in checked) dropped.push(checked.dropped)
    else proven += 1
    const shown = 'dropped' in checked ? checked.quote : checked.claim
    if (shown !== undefined && !claims.some(({ text }) => text === shown.text)) claims.push(shown)
  }
  const reasons = dropped.map(describeDropped)
  if (proven > 0) return { claims, dropped, reasons }
  const notice = noticeOf('nothing-proven', request.language)
  if (claims.length > 0) return { claims, dropped, notice, reasons: ['model: no claim was proven', ...reasons] }
  return { ...giveUp(request, 'nothing-proven', 'no claim passed the locks'), dropped, reasons }
}

function promptFor({ question, language }: WritingRequest, shown: readonly Evidence[]) {
  const passages = shown.map(({ passage, article }, at) => ({
    number: at + 1,
    text: withoutLinks(passage.text),
    language: passage.language,
    source: withoutLinks([nameArticle(article), article.outlet, article.published].filter(Boolean).join(', ')),
    ...(passage.context !== undefined && { introducedBy: withoutLinks(passage.context) }),
  }))
  return writeAnswerPrompt({ question, language, passages, delimiter: createDelimiter(), mostClaims })
}

function giveUp({ language }: WritingRequest, trouble: WritingTrouble, reason: string): Writing {
  return { claims: undefined, dropped: [], notice: noticeOf(trouble, language), reasons: [`model: ${reason}`] }
}

function describeDropped({ text, failures }: DroppedClaim): string {
  const why = [...new Set(failures.map(({ lock, why }) => `${lock}: ${why}`))].join('; ')
  return `dropped "${text}": ${why}`
}
