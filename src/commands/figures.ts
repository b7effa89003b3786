/** `figures`: every figure that the articles give for a topic, each with who says it and for when. */
import { renderFigures } from '../../adapters/terminal/render-figures.ts'
import { factsOf } from '../article-facts.ts'
import { findFigures, refuseTopic } from '../figures-table/find-figures.ts'
import { toFiguresCsv, toFiguresJson, toFiguresMarkdown } from '../figures-table/formats.ts'
import type { Language } from '../types.ts'
import { ensureIndex } from './corpus/ensure-index.ts'
import type { Parts } from './parts.ts'

export type FiguresFlags = {
  readonly json?: boolean
  readonly format?: 'csv' | 'md' | 'json'
  readonly lang?: Language
  readonly asOf?: number
}

/** @throws UserError for an empty topic, before anything is opened or built. */
export async function runFigures(parts: Parts, words: readonly string[], flags: FiguresFlags): Promise<void> {
  const topic = words.join(' ')
  refuseTopic(topic, flags.lang)
  await ensureIndex(parts)
  const { table, language } = await findFigures(await parts.askParts(), topic, {
    ...(flags.lang !== undefined && { language: flags.lang }),
    ...(flags.asOf !== undefined && { asOf: flags.asOf }),
  })
  const { colours, width, print } = parts.output
  if (flags.json === true || flags.format === 'json')
    return await print(JSON.stringify(toFiguresJson(table, factsOf), undefined, 2))
  if (flags.format === 'csv') return await print(toFiguresCsv(table))
  if (flags.format === 'md') return await print(toFiguresMarkdown(table, language))
  await print(renderFigures(table, { colours, width, language }))
}
