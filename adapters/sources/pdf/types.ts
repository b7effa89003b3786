/** A line of a page as it stands there; lengths in points, `y` upwards from the bottom of the page. */
export type PdfLine = {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  /** Of the letters. */
  readonly height: number
  /** A row of a table: nothing goes on from it. */
  readonly isRow?: true
}

export type PdfPage = { readonly lines: readonly PdfLine[] }
