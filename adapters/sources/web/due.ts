/** When a page that was read before is asked for again. Corrections come in the first days, and lists tell of them. */
import type { FeedItem } from '../feeds/types.ts'
import type { ItemMemory } from './memory.ts'

const dayMs = 24 * 60 * 60 * 1_000
const youngMs = 7 * dayMs
/** A list that dates everything anew each time is believed so often, then once a week. */
const mostIdle = 3

/** The latest date that a list gives of an item. ISO 8601. */
export function listedDate({ published, updated }: Pick<FeedItem, 'published' | 'updated'>): string | undefined {
  if (published === undefined || updated === undefined) return updated ?? published
  return timeOf(updated) < timeOf(published) ? published : updated
}

/** Whether its list says that an item was changed after it was last read. False when nothing is known of its reading. */
export function isListedNewer(item: FeedItem, { listed, checked, idle = 0 }: ItemMemory): boolean {
  const known = listed ?? checked
  const date = timeOf(listedDate(item))
  return known !== undefined && date > timeOf(known) && (idle < mostIdle || date - timeOf(checked) >= youngMs)
}

/** Whether an article is young, and a day has passed since its page was asked for. `now` in milliseconds. */
export function isDue({ dated, checked }: ItemMemory, now: number): boolean {
  return isYoung(dated, now) && now - timeOf(checked) >= dayMs
}

/** False when the date is not known. */
export function isYoung(date: string | undefined, now: number): boolean {
  return now - timeOf(date) < youngMs
}

/** NaN for what is no date: every comparison with it is false. */
function timeOf(date: string | undefined): number {
  return Date.parse(date ?? '')
}
