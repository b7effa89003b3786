/** A follow-up question made whole with a language model, checked; without one, or when it fails, by carrying over. */
import { z } from 'zod'
import { rewriteFollowUpPrompt } from '../../prompts/rewrite-follow-up.ts'
import { findNumbers } from '../figures/numbers.ts'
import { readDisagreementQuestion } from '../question/asks-disagreement.ts'
import { foldWords } from '../text/fold.ts'
import type { Language } from '../types.ts'
import { ChatError, type ChatModel } from '../writing/chat-model.ts'
import { type CompletionLimits, completeInForm, defaultLimits } from '../writing/complete.ts'
import { createDelimiter } from '../writing/delimiter.ts'
import { withoutLinks } from '../writing/locate-words.ts'
import { checkPlainText } from '../writing/plain-text-lock.ts'
import type { Exchange } from './exchange.ts'
import { resolveFollowUp } from './resolve-follow-up.ts'

export type RewriteOptions = {
  readonly language: Language
  /** A private conversation never reaches a hosted model. */
  readonly private: boolean
  readonly limits?: CompletionLimits
}

const rewritten = z.object({ question: z.string() })
/** Exchanges shown, and UTF-16 units of each answer. */
const shown = { exchanges: 4, answer: 600 }
/** What a rewritten question may have at most; more is an answer or a story. */
const longest = 400

/**
 * The question as it would be asked by itself; the one entry for all platforms, with a model or without.
 * Never throws for what a model does. A question without a conversation before it is given back, nothing is sent.
 */
export async function rewriteFollowUp(
  chat: ChatModel | undefined,
  question: string,
  conversation: readonly Exchange[],
  options: RewriteOptions,
): Promise<string> {
  // What is not private is recorded and may be sent: it must not carry a private topic along.
  const previous = conversation.filter((exchange) => options.private || exchange.private !== true)
  const carried = resolveFollowUp(question, previous)
  // A full question, by far the most, waits for no model.
  if (chat === undefined || previous.length === 0 || carried === question || (options.private && chat.hosted))
    return carried
  // What it is about is the whole question before: there is nothing to rewrite.
  if (readDisagreementQuestion(question) !== undefined) return carried
  const recent = previous.slice(-shown.exchanges).map((exchange) => ({
    question: withoutLinks(exchange.question),
    answer: withoutLinks(exchange.answer.slice(0, shown.answer)),
  }))
  const prompt = rewriteFollowUpPrompt({
    question: withoutLinks(question),
    language: options.language,
    previous: recent,
    delimiter: createDelimiter(),
  })
  try {
    const form = { name: 'question', wanted: rewritten, accepted: rewritten }
    const found = (await completeInForm(chat, prompt, form, options.limits ?? defaultLimits)).question
    return isFaithful(found, question, recent, options.language) ? found.trim() : carried
  } catch (error) {
    if (error instanceof ChatError) return carried
    throw error
  }
}

/** One line of plain text whose names and figures all come from the conversation. */
function isFaithful(text: string, question: string, previous: readonly Exchange[], language: Language): boolean {
  const told = [question, ...previous.flatMap((exchange) => [exchange.question, exchange.answer])].join('\n')
  if (text.trim() === '' || text.length > longest || checkPlainText(text.trim(), told).length > 0) return false
  const known = new Set(foldWords(told).map(({ word }) => word))
  const words = foldWords(text)
  const invented = words
    .slice(1)
    .some(({ word, start, end }) => /^\p{Lu}|\d/u.test(text.slice(start, end)) && !known.has(word))
  const figures = new Set(findNumbers(told, language).map(({ value }) => value))
  return !invented && findNumbers(text, language).every(({ value }) => figures.has(value))
}
