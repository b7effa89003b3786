import { z } from 'zod'
import { hasUserName } from './web/canonical.ts'
import { readWrittenDate } from './written-date.ts'

/** What a source or a maintainer says of an article; the language may be one that is not read here. */
export type SourceFacts = {
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly label?: string | undefined
  readonly author?: string | undefined
  readonly outlet?: string | undefined
  readonly url?: string | undefined
  readonly published?: string | undefined
  readonly updated?: string | undefined
  readonly language?: string | undefined
}

const ID = /^[a-z0-9_-]{1,32}$/
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/

const line = z
  .string('must be text')
  .trim()
  .min(1, 'is empty: leave the field out when it is unknown')
  .max(500, 'is longer than 500 characters')
  .refine((value) => !/[\n\r]/u.test(value), 'must be one line')

const writtenDate = z
  .string('must be a date such as 2026-02-09')
  .refine((value) => isoDate(value) !== undefined, 'must be a date such as 2026-02-09')
  .transform((value) => isoDate(value) ?? value)
  .optional()

/** Facts as written by a maintainer: in articles.yaml and in front matter. Every fault is said in words. */
export const writtenFacts = z.object({
  id: z.string('must be text').regex(ID, 'must be 1 to 32 of a-z, 0-9, "_" and "-"').optional(),
  title: line.optional(),
  label: line.optional(),
  // Site generators write these in many ways; one that is not understood is left out, not complained of.
  author: z
    .union([line, z.array(line).transform((names) => names.join(', '))])
    .optional()
    .catch(undefined),
  outlet: line.optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  published: writtenDate,
  updated: writtenDate.catch(undefined),
  language: line.optional(),
})

const pastDate = writtenDate.refine((date) => !isAhead(date, new Date()), 'is still to come: check the year')

/** Facts as a maintainer types them, where nothing is left out: what is not understood is said. */
export const typedFacts = writtenFacts.extend({
  author: line.optional(),
  url: writtenFacts.shape.url.refine(
    (url) => url === undefined || !hasUserName(url),
    'has a user name before its host: leave out what stands before the "@"',
  ),
  published: pastDate,
  updated: pastDate,
})

/** The first fault of checked data as one phrase: `field "published" must be a date such as 2026-02-09`. */
export function describeFault(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'is not as it should be'
  if (issue.code === 'unrecognized_keys') return `has an unknown field "${issue.keys.join('", "')}"`
  const field = issue.path.filter((part) => typeof part === 'string').at(-1)
  return field === undefined ? issue.message : `field "${field}" ${issue.message}`
}

/**
 * A date or timestamp in ISO 8601, `2026-02-09` or `2026-02-09T10:00:00+07:00`, also of one in words ("9 Feb 2026");
 * undefined for what is none, a day that does not exist included. "02/09/2026" is two days, and not guessed at.
 */
export function isoDate(written: string): string | undefined {
  const match = ISO_DATE.exec(written.trim())
  if (!match) return readWrittenDate(written)
  const [, year = '', month = '', day = '', time, zone = ''] = match
  const date = `${year}-${month}-${day}`
  const parsed = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) return undefined
  if (time === undefined) return date
  const stamp = `${date}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}`
  return Number.isNaN(new Date(stamp).getTime()) ? undefined : stamp
}

/** Dates without a zone may be of one where tomorrow has begun. */
const toleranceMs = 24 * 60 * 60 * 1_000

/** Whether a date in ISO 8601 is still to come; one that is not known is not. */
export function isAhead(date: string | undefined, now: Date): boolean {
  return Date.parse(date ?? '') > now.getTime() + toleranceMs
}

/** The facts of the first that has each: what a maintainer says goes before what the source says. */
export function overrideFacts(...sources: readonly (SourceFacts | undefined)[]): SourceFacts {
  const pick = (field: keyof SourceFacts): string | undefined =>
    sources.find((source) => source?.[field] !== undefined)?.[field]
  return {
    id: pick('id'),
    title: pick('title'),
    label: pick('label'),
    author: pick('author'),
    outlet: pick('outlet'),
    url: pick('url'),
    published: pick('published'),
    updated: pick('updated'),
    language: pick('language'),
  }
}
