import type { Passage } from './types.ts'

/** The text by which a passage is found: "Poipet: 270 Indonesians" needs the line that introduces its list. */
export function searchableText(passage: Passage): string {
  return passage.context === undefined ? passage.text : `${passage.context}\n${passage.text}`
}
