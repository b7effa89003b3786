/** What stands in a page and is not seen on it, or is struck out. */
import { ancestorsOf, elementsOf, type PageDocument, type PageElement, wordsOf } from './page.ts'
import { readStyle, readStyles, type Styles } from './style-sheets.ts'

/** Names by which sites hide words from eyes, for programs that read pages aloud; the sheet itself is often elsewhere. */
const unseenName =
  /^(?:(?:is-|u-|screen-?reader-?|sr-|visually-?|assistive-?|element-)(?:hidden|only|text|invisible|visually-hidden)(?:-focusable)?|hidden-visually|a11y-hidden|visuallyhidden|masquer?-visuellement|katex-mathml|mjx-assistive-mml|mjx_assistive_mathml)$/iu
const struck = new Set(['del', 's', 'strike'])
const emPixels = 16
/** Letters without which a page has nothing to read. */
const fewestLetters = 200

/**
 * Takes out what no reader of the page sees: hidden by an attribute, by style, by the page's own style sheet, or struck
 * out. A page that would be empty then is shown by a script, and its style sheet is not believed.
 */
export function removeUnseen(document: PageDocument): void {
  const styles = readStyles(document)
  const sure: PageElement[] = []
  const styled: PageElement[] = []
  for (const element of elementsOf(document)) {
    const own = styles.get(element)
    if (isMarkedUnseen(element) || (own !== undefined && isStruck(own))) sure.push(element)
    else if (own !== undefined && isUnseen(own)) styled.push(element)
  }
  keepShown(document, styles, styled)
  for (const element of sure) element.remove()
  const whole = wordsOf(document.body).length
  const unseen = styled.filter((element) => !ancestorsOf(element).some((above) => styled.includes(above)))
  const left = whole - unseen.reduce((sum, element) => sum + wordsOf(element).length, 0)
  const isBelieved = left >= Math.min(fewestLetters, whole / 2)
  for (const element of isBelieved ? styled : []) element.remove()
}

/** The same for a tag that stands in another format. @param attributes as they are written. */
export function isUnseenTag(name: string, attributes: string): boolean {
  const value = (attribute: string): string => {
    const found = new RegExp(`(?:^|\\s)${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(
      attributes,
    )
    return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
  }
  const styles = readStyle(value('style'))
  if (struck.has(name.toLowerCase()) || /(?:^|\s)hidden(?:\s|=|\/|$)/iu.test(attributes)) return true
  return (
    isStruck(styles) ||
    isUnseen(styles) ||
    value('class')
      .split(/\s+/u)
      .some((part) => unseenName.test(part))
  )
}

function isMarkedUnseen(element: PageElement): boolean {
  const name = element.localName.toLowerCase()
  if (struck.has(name) || (name === 'dialog' && element.getAttribute('open') === null)) return true
  if (element.getAttribute('hidden') !== null) return true
  return (element.getAttribute('class') ?? '').split(/\s+/u).some((part) => unseenName.test(part))
}

/** Within what is invisible an element may be made visible again. */
function keepShown(
  document: PageDocument,
  styles: ReadonlyMap<PageElement, Styles>,
  styled: readonly PageElement[],
): void {
  for (const element of styled) {
    if (styles.get(element)?.get('visibility') === undefined) continue
    for (const inner of elementsOf(element)) {
      if (styles.get(inner)?.get('visibility') !== 'visible') continue
      const shown = document.createElement('div')
      shown.append(...inner.childNodes)
      element.replaceWith(shown, element)
    }
  }
}

function isStruck(styles: Styles): boolean {
  return /line-through/u.test(`${styles.get('text-decoration') ?? ''} ${styles.get('text-decoration-line') ?? ''}`)
}

function isUnseen(styles: Styles): boolean {
  const value = (name: string): string => styles.get(name) ?? ''
  // In pixels, or so.
  const length = (name: string): number =>
    Number.parseFloat(value(name) || 'NaN') * (/\dr?em\b/u.test(value(name)) ? emPixels : 1)
  if (/^none\b/u.test(value('display')) || /^(?:hidden|collapse)\b/u.test(value('visibility'))) return true
  if (length('opacity') === 0 || length('font-size') <= 1) return true
  if (/^(?:transparent|rgba\(.*,\s*0(?:\.0+)?\s*\)|hsla\(.*,\s*0(?:\.0+)?\s*\))$/u.test(value('color'))) return true
  const ground = value('background-color') || value('background')
  if (ground !== '' && value('color') === ground) return true
  if (/scale\(\s*0\s*[,)]/u.test(value('transform'))) return true
  const isCut = /^(?:hidden|clip)/u.test(value('overflow'))
  const small = ['height', 'width', 'max-height', 'max-width'].some(
    (name) => length(name) <= 1 && !/%|em/u.test(value(name)),
  )
  if (isCut && small) return true
  if (/^rect\(\s*(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?[\s,]+(?:0|1)(?:px)?/u.test(value('clip')))
    return true
  if (/^(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0)/u.test(value('clip-path'))) return true
  if (length('text-indent') <= -500 || (isCut && /^100%/u.test(value('text-indent')))) return true
  return /^(?:absolute|fixed)$/u.test(value('position')) && (length('left') <= -500 || length('top') <= -500)
}
