/** What is remembered of web addresses between two runs, so that only what is new is fetched. Lost, it costs a run more. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../../../src/make-folder.ts'
import { replaceFile } from '../../../src/replace-file.ts'

const itemSchema = z.object({
  /** Of the article that was made of it. */
  id: z.string().optional(),
  /** Of the words that were read. */
  version: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** When it was last asked for: ISO timestamp of the run. */
  checked: z.string().optional(),
  /** The latest date that its list gave when it was asked for: ISO 8601. */
  listed: z.string().optional(),
  /** How old it is: as listed, else when it was first read. ISO 8601. */
  dated: z.string().optional(),
  /** How often in a row it was asked for again and had not changed. */
  idle: z.number().optional(),
  /** How often it could not be had. */
  tries: z.number().optional(),
})

const sourceSchema = z.object({
  kind: z.enum(['page', 'feed', 'sitemap']),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Of a page. */
  articleId: z.string().optional(),
  /** Of a feed or sitemap: by guid, else by address. */
  items: z.record(z.string(), itemSchema).default({}),
  /** When it last brought an article that was not there: ISO timestamp of the run. */
  lastNew: z.string().optional(),
  /** Of the articles that it brought, the latest: ISO timestamps of publication, else of the run. */
  dates: z.array(z.string()).default([]),
})

const memorySchema = z.object({ sources: z.record(z.string(), sourceSchema) })

export type ItemMemory = Readonly<z.infer<typeof itemSchema>>
export type SourceMemory = Readonly<z.infer<typeof sourceSchema>>
/** By address. */
export type WebMemory = Readonly<Record<string, SourceMemory>>

const fileName = 'web.json'

/** Empty when there is none, or when it is damaged: then everything is asked for once more. */
export function readWebMemory(dataFolder: string): WebMemory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8'))).sources
  } catch {
    return {}
  }
}

/** Replaces the file whole or not at all. */
export function writeWebMemory(dataFolder: string, memory: WebMemory): void {
  makeFolder(dataFolder)
  replaceFile(join(dataFolder, fileName), `${JSON.stringify({ sources: memory })}\n`)
}
