import type { Rendering } from '../../../src/rendering/types.ts'

/** What commands and their options are called in French; English is the name itself. `[-_\p{L}\p{N}]`, 1 to 32, lower case. */
export const frenchNames = {
  ask: 'demander',
  verify: 'vérifier',
  figures: 'chiffres',
  sources: 'sources',
  proof: 'preuve',
  status: 'état',
  language: 'langue',
  private: 'privé',
  forget: 'oublier',
  help: 'aide',
  config: 'réglages',
  admin: 'responsables',
  reindex: 'réindexer',
  gaps: 'lacunes',
  show: 'voir',
  reset: 'annuler',
  channel: 'salon',
  role: 'rôle',
  question: 'question',
  text: 'texte',
  topic: 'sujet',
  article: 'article',
  id: 'identifiant',
  on: 'activer',
} as const

export type Name = keyof typeof frenchNames

/** Commands, and options in quotation marks, as the bot's own texts name them. */
const named = /(\/|[“«"]\s?)([a-z]+)(?![a-z])/g

/** The bot's own words with its commands called as the person's client shows them: to a French one by their French names. */
export function nameForClient(locale: string, { tone, groups }: Rendering): Rendering {
  if (!locale.startsWith('fr')) return { tone, groups }
  const french = new Map<string, string>(Object.entries(frenchNames))
  const rename = (text: string) =>
    text.replaceAll(named, (_found, before: string, name: string) => before + (french.get(name) ?? name))
  return {
    tone,
    groups: groups.map((group) =>
      group.map(({ kind, spans }) => ({ kind, spans: spans.map((span) => ({ ...span, text: rename(span.text) })) })),
    ),
  }
}
