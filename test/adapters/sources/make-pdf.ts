/** Small PDFs with a text layer, written by hand: what a typesetter would put on each page. */

export type PrintedLine = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number }
type PdfOptions = {
  /** Entries of the info dictionary, as PDF writes them: `/Title (Boats)`. */
  readonly info?: string
  /** Entries of the trailer: an encryption dictionary that nobody can open. */
  readonly trailer?: string
}

/** @param pages the lines of each; an empty one is a scanned page: a picture and no letters. */
export function makePdf(
  pages: readonly (readonly PrintedLine[])[],
  { info = '', trailer = '' }: PdfOptions = {},
): Buffer {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  add(`<< ${info} >>`)
  for (const [index, lines] of pages.entries()) {
    const content = lines.length === 0 ? '0 0 612 792 re f' : lines.map(writeLine).join('\n')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + index * 2} 0 R >>`,
    )
    add(`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`)
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const offset = Buffer.byteLength(file, 'latin1')
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = Buffer.byteLength(file, 'latin1')
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n`
  file += `<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** Lines one under another, 14 points apart. */
export function printLines(texts: readonly string[], { top = 700, x = 72, size = 11 } = {}): readonly PrintedLine[] {
  return texts.map((text, index) => ({ text, x, y: top - index * 14, size }))
}

function writeLine({ text, x, y, size = 11 }: PrintedLine): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/gu, '\\$&')}) Tj ET`
}
