/** A reader of RFC 4180, written from its grammar and not from our writer. Throws for what the grammar does not allow. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let position = 0
  while (position < text.length) {
    let field = ''
    if (text[position] === '"') {
      position += 1
      for (;;) {
        const end = text.indexOf('"', position)
        if (end < 0) throw new Error('a quoted field has no end')
        field += text.slice(position, end)
        position = end + 1
        if (text[position] !== '"') break
        field += '"'
        position += 1
      }
    } else {
      const bare = /[^,"\r\n]*/y
      bare.lastIndex = position
      field = bare.exec(text)?.[0] ?? ''
      position += field.length
    }
    row.push(field)
    if (text[position] === ',') {
      position += 1
    } else if (text.startsWith('\r\n', position)) {
      rows.push(row)
      row = []
      position += 2
    } else throw new Error(`a comma or the end of the line is missing at ${position}`)
  }
  if (row.length > 0) throw new Error('the last line has no end')
  return rows
}
