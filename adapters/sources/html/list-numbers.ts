import { isElement, type PageElement } from './page.ts'

/** Longer numbers are no markers of items to the core's reader, but words. */
const largestMarker = 999

/** The markers of the items of an ordered list as the page shows them: counted from `start`, `value`, backwards. */
export function numberItems(list: PageElement): ReadonlyMap<PageElement, string> {
  const markers = new Map<PageElement, string>()
  if (list.localName.toLowerCase() !== 'ol') return markers
  // Letters and Roman numbers are not figures, and some lists show nothing.
  const style = list.getAttribute('style') ?? ''
  const type = list.getAttribute('type') ?? '1'
  if (type !== '1' || /list-style(?:-type)?\s*:[^;]*\b(?:none|alpha|roman|latin|disc|circle|square)/iu.test(style))
    return markers
  const items = [...list.childNodes].filter((node) => isElement(node) && node.localName.toLowerCase() === 'li')
  const isReversed = list.getAttribute('reversed') !== null
  let number = wholeNumber(list.getAttribute('start')) ?? (isReversed ? items.length : 1)
  for (const item of items) {
    if (!isElement(item)) continue
    number = wholeNumber(item.getAttribute('value')) ?? number
    markers.set(item, number < 0 ? '- ' : number > largestMarker ? `- ${number}. ` : `${number}. `)
    number += isReversed ? -1 : 1
  }
  return markers
}

function wholeNumber(written: string | null): number | undefined {
  return written !== null && /^\s*-?\d{1,9}\s*$/u.test(written) ? Number(written) : undefined
}
