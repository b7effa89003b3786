import { afterAll, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import { makePdf, type PrintedLine, printLines } from './make-pdf.ts'

const extractor = createExtractor()
afterAll(() => extractor.close())
const read = (bytes: Uint8Array) => extractor.extract({ format: 'pdf', bytes })

describe('a PDF', () => {
  const paragraph = [
    'The harbour of Tidewick reopened on Monday after it had been closed for',
    'twelve days, and the harbour master said that 340 ships had waited out-',
    'side the port during the storm.',
  ]
  const second = [
    'Repairs of the northern pier will cost 4.5 million euros, and the vice-',
    'president of the council agreed to pay.',
  ]
  const page = (number: number, lines: readonly PrintedLine[]): readonly PrintedLine[] => [
    { text: `The Coast, issue ${number + 11}`, x: 72, y: 760, size: 9 },
    ...lines,
    { text: `Page ${number} of 3`, x: 300, y: 30, size: 9 },
  ]
  const article = makePdf(
    [
      page(1, [
        { text: 'Tidewick opens its harbour again', x: 72, y: 730, size: 20 },
        ...printLines(paragraph),
        ...printLines(second, { top: 640 }),
      ]),
      page(
        2,
        printLines([
          'What it costs',
          'Nobody has counted the money that the town has lost, since the clerks',
          'were told to count',
        ]),
      ),
      page(3, printLines(['ships only until the end of the summer.'])),
    ],
    { info: '/Title (Microsoft Word - harbour.doc) /CreationDate (D:20260209101500Z)' },
  )

  it('is its paragraphs, without running titles and page numbers, words put together again', async () => {
    const { text, facts } = await read(article)
    expect(text.split('\n')).toEqual([
      '## Tidewick opens its harbour again',
      'The harbour of Tidewick reopened on Monday after it had been closed for twelve days, and the harbour master said that 340 ships had waited outside the port during the storm.',
      'Repairs of the northern pier will cost 4.5 million euros, and the vice-president of the council agreed to pay.',
      'What it costs Nobody has counted the money that the town has lost, since the clerks were told to count ships only until the end of the summer.',
    ])
    expect(facts.title).toBe('Tidewick opens its harbour again')
    // The day on which the file was made is not that of publication.
    expect(facts.published).toBeUndefined()
  })

  it('says why it cannot be read: no text, a password, damage', async () => {
    await expect(read(makePdf([[], []]))).rejects.toThrow('the PDF holds no text, only pictures of it')
    const key = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >> /ID [<00> <00>]`
    await expect(read(makePdf([printLines(paragraph)], { trailer: key }))).rejects.toThrow(
      'the PDF asks for a password',
    )
    await expect(read(Buffer.from('%PDF-1.4\nnothing else'))).rejects.toThrow('the PDF is damaged')
    await expect(read(article.subarray(0, 300))).rejects.toThrow(/^the PDF/)
  })
})
