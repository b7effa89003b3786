/** Questions about the asker's own affairs, or how one does a thing: articles tell what happened to others. */
import { fold } from '../text/fold.ts'
import type { Question } from './question.ts'

const advice: readonly RegExp[] = [
  /^(?:how (?:do|can|should|could|would|must|to)|what should|where can|where do|when should|can|could|should) (?:i|we|you|one)\b/,
  /^how to\b/,
  /\b(?:my|mine|mon|ma|mes|notre|nos|our)\b/,
  /^(?:comment|ou|quand|pourquoi) (?:\w+er|\w+ir|\w+dre|\w+oir|faire|mettre)\b(?! (?:a|ont|est|sont))/,
  /^comment (?:puis je|peut on|dois je|fait on|on fait|je)\b/,
  /\b(?:dois je|puis je|est ce que je)\b/,
  /^(?:what|which|quels?|quelles?|how many|combien d) .* (?:to do|faire pour|pour le mal|should i|dois je)\b/,
]

export function asksAdvice({ text }: Pick<Question, 'text'>): boolean {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
  return advice.some((pattern) => pattern.test(words))
}
