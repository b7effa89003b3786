// Longer lines are paragraphs without a full stop. UTF-16 units and words.
const LONGEST_HEADING = 110
const MOST_WORDS = 16

/** Opens a Markdown heading; its length is that of the marker and the white space after it. */
export const HEADING_MARKER = /^ {0,3}#{1,6}[ \t]+/u

const BYLINE_OR_DATE =
  /^(?:(?:by|par|photos?|published|publi[ée]e?|updated|posted|mis à jour)(?!\p{L})|(?:(?:le|on|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\p{L}+day),? )?(?:\d{1,2}(?:er)? \p{L}+\.?|\p{L}+\.? \d{1,2},?)(?: \d{4})?(?![\p{L}\d])[^\p{L}]*$|\d[\d/.: -]*$)/iu

/** Whether a line, without emoji and markers at its ends, has the shape of a heading: short, no ending, a capital first. */
export function looksLikeHeading(line: string): boolean {
  const text = line.trim()
  return (
    text.length <= LONGEST_HEADING &&
    text.split(/\s+/u).length <= MOST_WORDS &&
    /\p{L}{2}/u.test(text) &&
    !BYLINE_OR_DATE.test(text) &&
    !/[.!?…:;,"”»’')\]]$/u.test(text) &&
    /^["“«(¿¡\s]*[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    !/[.!?…]["”»]?\s+\p{Lu}/u.test(text.replace(/\b(?:\p{Lu}|Dr|Mr|Mrs|Ms|MM|St|Gen|Lt|vs)\./gu, ''))
  )
}

/** Whether the first line of an article can be its headline: a heading of some words, no byline and no date line. */
export function looksLikeHeadline(line: string): boolean {
  const text = line.trim()
  return looksLikeHeading(text.replace(/\s?\?$/u, '')) && text.split(/\s+/u).length >= 4
}
