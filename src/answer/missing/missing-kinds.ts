/** What can be missing from the words quoted. */
/**
 * `object`: an office, a thing or an event of the bilingual table; `property`: what a person, place or thing has;
 * `relation`: what one does to another; `answer`: the figure, the age, the hour … that is asked for; `reason`: of a why;
 * `office`: the one whose holder is asked for; `event`: what happened to those counted; `where`: the place of a home, an arrest …;
 * `counted`: the noun of a how-many; `holder`: the name beside an office
 */
export type MissingKind =
  | 'name'
  | 'place'
  | 'date'
  | 'number'
  | 'property'
  | 'object'
  | 'relation'
  | 'answer'
  | 'reason'
  | 'office'
  | 'event'
  | 'where'
  | 'counted'
  | 'holder'

export type Missing = {
  readonly kind: MissingKind
  /** As the question writes it. */
  readonly text: string
  /** True when no candidate at all speaks of it, and not only the one to be quoted. */
  readonly nowhere: boolean
}

/** What keeps a sentence from counting as an answer; an office or a thing may be named by another word. */
export function isVeto({ kind }: Missing): boolean {
  return kind !== 'object'
}
