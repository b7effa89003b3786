/** Characters that move the cursor, colour the screen, ring the bell or turn the direction of writing. */
const unprintable = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu

/** A text that cannot command the terminal: an article or a question may hold escape sequences. */
export function toPrintable(text: string): string {
  return text.replaceAll(unprintable, '').toWellFormed()
}

/** The same on one line, for lists and error messages. */
export function toPrintableLine(text: string): string {
  return toPrintable(text).replaceAll(/\s+/g, ' ').trim()
}
