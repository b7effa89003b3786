import type { Language } from '../../types.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import type { Rendering } from '../types.ts'

/** All ways in of a platform, what is kept, and what is not done. */
export function renderHelp(language: Language, platform: 'discord' | 'telegram'): Rendering {
  const { heading, intro, waysIn, privacy, limits } = deskTexts(language).help
  return {
    tone: 'plain',
    groups: [
      [
        { kind: 'title', spans: [{ text: heading }] },
        { kind: 'text', spans: [{ text: intro }] },
        ...waysIn[platform].map((text) => ({ kind: 'item' as const, spans: [{ text }] })),
      ],
      [
        { kind: 'text', spans: [{ text: privacy }] },
        { kind: 'text', spans: [{ text: limits }] },
      ],
    ],
  }
}
