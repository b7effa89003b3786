/** What the style sheets that stand in a page say, as far as it decides what is seen. */
import { elementsOf, type PageDocument, type PageElement } from './page.ts'

/** Values by property, both in lower case. */
export type Styles = ReadonlyMap<string, string>

type Rule = { readonly selectors: readonly string[]; readonly declarations: readonly Declaration[] }
type Declaration = { readonly property: string; readonly value: string; readonly isImportant: boolean }
type Won = { readonly value: string; readonly rank: number }

const looked = new Set(
  'background background-color clip clip-path color display font-size height left list-style list-style-type max-height max-width opacity overflow position text-decoration text-decoration-line text-indent top transform visibility width'.split(
    ' ',
  ),
)
/** Hides together with another property only. */
const helping = new Set(['background', 'background-color', 'overflow', 'position'])
/** States that a page is not in when it is opened, and what is no element. */
const passing = /::|:(?:hover|focus|active|visited|target|checked|before|after|first-letter|first-line|placeholder)/iu
/** Among them any sheet that is written by hand; larger ones are those of a whole design, whose last rules add nothing. */
const mostSelectors = 5_000
/** Of an element with a selector; a sheet that wants more is read in part. */
const mostComparisons = 500_000
/** Comparisons with classes and tags alone that take as long as one with positions or attributes. */
const dearest = 5
const inlineRank = 1_000_000_000
const importantRank = 10_000_000_000

/** The styles of each element that has any, by the rules of the cascade: what is important, then specific, then last. */
export function readStyles(document: PageDocument): ReadonlyMap<PageElement, Styles> {
  const won = new Map<PageElement, Map<string, Won>>()
  const add = (element: PageElement, { property, value, isImportant }: Declaration, rank: number): void => {
    const styles = won.get(element) ?? new Map<string, Won>()
    const full = rank + (isImportant ? importantRank : 0)
    if (full >= (styles.get(property)?.rank ?? 0)) styles.set(property, { value, rank: full })
    won.set(element, styles)
  }
  const present = namesOf(document)
  const size = elementsOf(document).length
  let position = 0
  let spent = 0
  for (const { selectors, declarations } of keepDeciding(sheetsOf(document).flatMap(readRules))) {
    for (const selector of selectors) {
      position += 1
      if (position > mostSelectors || passing.test(selector) || !mayMatch(selector, present)) continue
      const cost = size * (/:|\[|\*|~|\+/u.test(selector) ? dearest : 1)
      if (spent + cost > mostComparisons) continue
      spent += cost
      const rank = specificityOf(selector) * 10_000 + position
      for (const element of find(document, selector)) for (const one of declarations) add(element, one, rank)
    }
  }
  for (const element of document.querySelectorAll('[style]')) {
    for (const one of readDeclarations(element.getAttribute('style') ?? '')) add(element, one, inlineRank)
  }
  return new Map(
    [...won].map(([element, styles]) => [element, new Map([...styles].map(([name, { value }]) => [name, value]))]),
  )
}

/** Without properties that hide nothing wherever the sheets set them. */
function keepDeciding(rules: readonly Rule[]): readonly Rule[] {
  const hiding = new Set(
    rules.flatMap(({ declarations }) => declarations.filter(mayHide).map(({ property }) => property)),
  )
  // A clipped box is hidden by what its other properties say.
  const isDeciding = ({ property }: Declaration) => hiding.has(property) || helping.has(property)
  return rules.flatMap((rule) => {
    const declarations = rule.declarations.filter(isDeciding)
    const isAlone = declarations.every(({ property }) => helping.has(property) && !hiding.has(property))
    return isAlone ? [] : [{ ...rule, declarations }]
  })
}

function mayHide({ property, value }: Declaration): boolean {
  if (helping.has(property)) return false
  if (property === 'left' || property === 'top' || property === 'text-indent') return /^-|^100%/u.test(value)
  if (/^(?:max-)?(?:height|width)$/u.test(property)) return /^[01](?:px)?$/u.test(value)
  return !/^(?:block|inline|inline-block|flex|grid|visible|1|auto|inherit|initial)$/u.test(value)
}

/** What a `style` attribute says. */
export function readStyle(style: string): Styles {
  return new Map(readDeclarations(style).map(({ property, value }) => [property, value]))
}

function sheetsOf(document: PageDocument): readonly string[] {
  return [...document.querySelectorAll('style')]
    .filter((style) => isForScreens(style.getAttribute('media') ?? ''))
    .map((style) => style.textContent ?? '')
}

/** Conditions of width and the like are met by some readers only. */
function isForScreens(media: string): boolean {
  return /^(?:|all|screen|only screen)$/u.test(media.trim().toLowerCase())
}

/** Reads on behind what is broken, as browsers do. */
function readRules(sheet: string): readonly Rule[] {
  const rules: Rule[] = []
  const css = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, ' ').replace(/<!--|-->/gu, ' ')
  const open: boolean[] = []
  let from = 0
  for (const { index, 0: mark } of css.matchAll(/[{};]/gu)) {
    const piece = css.slice(from, index).trim()
    from = index + 1
    if (mark === '{') {
      const media = /^@(?:media|layer|supports)\b(.*)$/isu.exec(piece)
      const isRead = media !== null && (!/^@media/iu.test(piece) || isForScreens(media[1] ?? ''))
      if (piece.startsWith('@')) open.push(isRead)
      else {
        const end = css.indexOf('}', from)
        const declarations = readDeclarations(css.slice(from, end === -1 ? undefined : end))
        if (declarations.length > 0 && open.every((isRead) => isRead)) {
          rules.push({ selectors: piece.split(',').map((selector) => selector.trim()), declarations })
        }
        open.push(false)
      }
    } else if (mark === '}') open.pop()
  }
  return rules
}

function readDeclarations(block: string): readonly Declaration[] {
  return block.split(';').flatMap((written) => {
    const [, property = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/su.exec(written) ?? []
    const name = property.toLowerCase()
    if (!looked.has(name)) return []
    const isImportant = /!\s*important/iu.test(value)
    const plain = value
      .replace(/!\s*important/iu, '')
      .trim()
      .toLowerCase()
    return [{ property: name, value: plain, isImportant }]
  })
}

function specificityOf(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0
  return count(/#[\w-]+/gu) * 1_000 + count(/\.[\w-]+|\[[^\]]*\]|:[\w-]+/gu) * 30 + count(/(?:^|[\s>+~])[a-z]/giu)
}

/** A class that no element has decides at once; most rules of a sheet are for other pages. */
function mayMatch(selector: string, present: ReadonlySet<string>): boolean {
  const names = selector.replace(/:not\([^)]*\)|\[[^\]]*\]/giu, '').match(/[.#][\w-]+/gu) ?? []
  return names.every((name) => present.has(name))
}

function namesOf(document: PageDocument): ReadonlySet<string> {
  const names = new Set<string>()
  for (const element of document.querySelectorAll('[class], [id]')) {
    for (const name of (element.getAttribute('class') ?? '').split(/\s+/u)) names.add(`.${name}`)
    names.add(`#${element.getAttribute('id') ?? ''}`)
  }
  return names
}

function find(document: PageDocument, selector: string): Iterable<PageElement> {
  try {
    return document.querySelectorAll(selector)
  } catch {
    return []
  }
}
