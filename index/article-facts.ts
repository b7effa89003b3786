import { z } from 'zod'
import type { ArticleFacts } from '../src/types.ts'

const schema = z.object({
  id: z.string(),
  title: z.string().exactOptional(),
  label: z.string().exactOptional(),
  author: z.string().exactOptional(),
  outlet: z.string().exactOptional(),
  url: z.string().exactOptional(),
  published: z.string().exactOptional(),
  updated: z.string().exactOptional(),
  language: z.enum(['en', 'fr']),
  path: z.string(),
  doubts: z
    .array(z.object({ field: z.enum(['outlet', 'url', 'published', 'updated']), reason: z.string() }))
    .exactOptional(),
})

/** The facts of an article alone, in a fixed order: two that are equal are written the same. */
export function factsOf(article: ArticleFacts): ArticleFacts {
  return schema.parse(article)
}

export function writeFacts(facts: ArticleFacts): string {
  return JSON.stringify(factsOf(facts))
}

export function readFacts(json: string): ArticleFacts {
  return schema.parse(JSON.parse(json))
}
