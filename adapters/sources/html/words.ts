/** Makes words of what a page shows as words by other means: quotation marks, formulas, raised figures, buttons. */
import { writeRaised } from '../../../src/text/raised.ts'
import { ancestorsOf, elementsOf, isElement, type PageDocument, type PageElement, rename, wordsOf } from './page.ts'

/** As the HTML standard's own sheet has them, outer and inner. */
const marks = { en: ['“', '”', '‘', '’'], fr: ['«', '»', '«', '»'] } as const
const noteName =
  /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|note-?ref|ref(?:erence)?s?|cite_ref|appel|renvoi)(?:$|[\s_-])/iu
const sentenceHolders = new Set([
  'p',
  'li',
  'td',
  'th',
  'dd',
  'blockquote',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'span',
  'a',
  'em',
  'strong',
  'b',
  'i',
])
/** Paragraphs of so many letters are not the labels of a form. */
const shortestParagraph = 60

/** Changes the page in place; nothing of it is left out that its readers see within a sentence. */
export function writeOutWords(document: PageDocument): void {
  for (const form of document.querySelectorAll('form, fieldset')) {
    if (holdsPage(form)) rename(document, form, 'div')
  }
  for (const button of document.querySelectorAll('button'))
    if (isWithinSentence(button)) rename(document, button, 'span')
  for (const formula of document.querySelectorAll('math')) {
    formula.replaceWith(writeFormula(formula))
  }
  // The inner first, while they stand in the outer.
  for (const quote of [...document.querySelectorAll('q')].reverse()) addQuotationMarks(quote)
  // What is set above the line depends on what stands before it, formulas and quotation marks included.
  for (const raised of document.querySelectorAll('sup')) {
    // The upper part of a fraction.
    if (/^\s*[/⁄]/u.test(raised.nextSibling?.textContent ?? '')) raised.replaceWith(...raised.childNodes)
    else if (isNote(raised)) raised.remove()
    else raised.replaceWith(writeRaised(raised.textContent ?? '', textBefore(raised)))
  }
  // It says that programs shall not read it aloud; on the page it is seen.
  for (const element of document.querySelectorAll('[aria-hidden]')) element.removeAttribute('aria-hidden')
}

/** Some servers put all of a page into one form. */
function holdsPage(form: PageElement): boolean {
  if (form.querySelector('h1, article, main') !== null) return true
  return (
    [...form.querySelectorAll('p')].filter((paragraph) => wordsOf(paragraph).length >= shortestParagraph).length > 1
  )
}

/** Words stand right before or behind it, in the same paragraph. */
function isWithinSentence(element: PageElement): boolean {
  if (!sentenceHolders.has(element.parentElement?.localName.toLowerCase() ?? '')) return false
  return [element.previousSibling, element.nextSibling].some((beside) =>
    /[\p{L}\p{N}]/u.test(beside?.textContent ?? ''),
  )
}

function writeFormula(element: PageElement): string {
  const name = element.localName.toLowerCase()
  if (name.startsWith('annotation')) return ''
  const parts = [...element.childNodes].flatMap((node): readonly string[] => {
    if (isElement(node)) return [writeFormula(node)]
    return node.nodeType === 3 ? [(node.textContent ?? '').trim()] : []
  })
  const [first = '', second = ''] = parts.filter((part) => part !== '')
  if (name === 'mfrac') return `${first}/${second}`
  if (name === 'msup') return `${first}${writeRaised(second, '10') || second}`
  if (name === 'msqrt') return `√${parts.join('')}`
  return parts.join('')
}

function addQuotationMarks(quote: PageElement): void {
  const tag = [quote, ...ancestorsOf(quote)].map((element) => element.getAttribute('lang')).find((lang) => lang)
  const language = /^fr/iu.test(tag ?? '') ? 'fr' : 'en'
  const isInner = ancestorsOf(quote).some(({ localName }) => localName.toLowerCase() === 'q')
  const [open, close] = isInner ? marks[language].slice(2) : marks[language]
  if (/^\s*["“«„]/u.test(quote.textContent ?? '')) return
  quote.replaceWith(open ?? '', ...quote.childNodes, close ?? '')
}

function isNote(raised: PageElement): boolean {
  const links = [...raised.querySelectorAll('a[href^="#"]')]
  const above = raised.parentElement
  const isLinked =
    links.length > 0 || (above?.localName.toLowerCase() === 'a' && /^#/u.test(above.getAttribute('href') ?? ''))
  const names = [raised, ...links].map(
    (element) => `${element.getAttribute('class')} ${element.getAttribute('id')} ${element.getAttribute('role')}`,
  )
  return isLinked || noteName.test(names.join(' '))
}

function textBefore(element: PageElement): string {
  let text = ''
  for (let before = element.previousSibling; before !== null && text.length < 12; before = before.previousSibling) {
    text = `${before.nodeType === 8 ? '' : (before.textContent ?? '')}${text}`
  }
  const isAtStart = text.trim() === '' && element.parentElement !== null
  const above = isAtStart ? element.parentElement : null
  return above !== null && /^(?:a|abbr|b|em|font|i|mark|span|strong|u)$/iu.test(above.localName)
    ? textBefore(above) + text
    : text
}

/** What the readers of a page cannot read as text, or what is never article. */
const unread = new Set(
  'amp-ad amp-audio amp-consent amp-sidebar amp-user-notification audio button canvas dialog embed form iframe input map nav noscript object option picture script select style svg template textarea title video'.split(
    ' ',
  ),
)

export function removeUnread(document: PageDocument): void {
  for (const element of elementsOf(document)) if (unread.has(element.localName.toLowerCase())) element.remove()
}
