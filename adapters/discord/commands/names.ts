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
