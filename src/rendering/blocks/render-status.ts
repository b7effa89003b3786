import type { DeskStatus } from '../../desk/types.ts'
import { formatDate, interfaceTexts } from '../../interface-texts.ts'
import type { AnswerStatus, Language } from '../../types.ts'
import { cleanLine } from '../cutting/clean.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import type { Block, Rendering } from '../types.ts'

const statuses: readonly AnswerStatus[] = ['answered', 'unsure', 'not-found']

/** How much is held, how fresh it is, what answers, and how long questions are kept. Amber where a source is stale. */
export function renderStatus(status: DeskStatus, language: Language): Rendering {
  const { corpus, languages, passages, byStatus, stale } = status
  const texts = interfaceTexts(language)
  const desk = deskTexts(language)
  const held = Object.entries(languages).filter(([, articles]) => articles > 0)
  const counts = statuses
    .filter((name) => (byStatus[name] ?? 0) > 0)
    .map((name) => `${texts.statuses[name]} ${byStatus[name]}`)
  const lines = [
    texts.corpus(corpus.articles, corpus.revision, formatDate(corpus.builtAt, language)),
    corpus.newest === undefined ? undefined : texts.newest(formatDate(corpus.newest, language)),
    [
      desk.status.passages(passages),
      ...held.map(([code, articles]) => `${code === 'fr' ? desk.languageNames.fr : desk.languageNames.en} ${articles}`),
    ].join(' · '),
    cleanLine(desk.status.models(status.embeddingModel, status.chatModel)),
    [desk.status.answers(status.answers, status.privateAnswers), ...counts].join(' · '),
    desk.status.kept(status.keepDays),
  ]
  const title: Block = {
    kind: 'title',
    spans: [{ text: `${desk.status.heading} · Sourcier ${cleanLine(status.version)}` }],
  }
  const items = lines.flatMap((text): readonly Block[] =>
    text === undefined ? [] : [{ kind: 'item', spans: [{ text }] }],
  )
  const warning: readonly Block[] =
    stale === undefined ? [] : [{ kind: 'lead', spans: [{ text: cleanLine(stale), style: 'bold' }] }]
  return { tone: stale === undefined ? 'plain' : 'unsure', groups: [[title, ...warning, ...items]] }
}
