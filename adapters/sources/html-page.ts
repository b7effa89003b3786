/** As much of the document object model as is used here; linkedom brings no types of its own without the browser's. */
export type PageNode = {
  /** 1: element, 3: text. */
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

export type PageElement = PageNode & {
  readonly localName: string
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

export type PageDocument = {
  readonly body: PageElement | null
  readonly documentElement: PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}
