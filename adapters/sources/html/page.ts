/** As much of the document object model as is used here; linkedom brings no types of its own without the browser's. */
export type PageNode = {
  /** 1: element, 3: text, 8: comment. */
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
  readonly nextSibling: PageNode | null
  readonly previousSibling: PageNode | null
  readonly parentElement: PageElement | null
}

export type PageElement = PageNode & {
  readonly localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  contains(other: PageNode): boolean
  matches(selector: string): boolean
  append(...nodes: readonly (PageNode | string)[]): void
  replaceWith(...nodes: readonly (PageNode | string)[]): void
  remove(): void
}

export type PageDocument = {
  readonly body: PageElement | null
  readonly head: PageElement | null
  readonly documentElement: PageElement | null
  createElement(name: string): PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}

/** The elements of a part of a page, itself left out, in reading order. */
export function elementsOf(root: Pick<PageElement, 'querySelectorAll'>): readonly PageElement[] {
  return [...root.querySelectorAll('*')]
}

/** The elements that hold an element, the nearest first. */
export function ancestorsOf(element: PageNode): readonly PageElement[] {
  const ancestors: PageElement[] = []
  for (let above = element.parentElement; above !== null; above = above.parentElement) ancestors.push(above)
  return ancestors
}

/** The words of an element on one line; empty for none. */
export function wordsOf(element: PageNode | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim()
}

/** Puts the children of an element under another name in its place. */
export function rename(document: PageDocument, element: PageElement, name: string): void {
  const other = document.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
}
