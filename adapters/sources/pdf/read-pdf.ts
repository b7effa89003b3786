/** Reads the text layer of a PDF. */
// Found there by pdf.js, which otherwise loads it with the first document.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { UnreadableError } from '../decode.ts'
import type { Extracted } from '../extracted.ts'
import type { SourceFacts } from '../facts.ts'
import { dropPageFurniture } from './furniture.ts'
import { readPageLines, type TextPiece } from './page-lines.ts'
import { joinParagraphs } from './paragraphs.ts'
import type { PdfPage } from './types.ts'

const mostPages = 500
/** Letters a page below which it is a picture with a stamp on it. */
const fewestLetters = 20
const infoSchema = z.looseObject({
  Title: z.string().optional().catch(undefined),
  Language: z.string().nullish().catch(undefined),
})
/** What word processors write when nobody gave a title. */
const noTitle =
  /^(?:untitled|sans titre|document\d*|microsoft word\b.*|powerpoint\b.*|.*\.(?:docx?|odt|indd|pdf|rtf|qxp|pages))$/iu

/**
 * The article's text is that of the pages, a line a paragraph, without page numbers and running titles.
 * @param onProgress called after each page.
 * @throws UnreadableError for a scanned, encrypted or damaged file.
 */
export async function readPdf(bytes: Uint8Array, onProgress: () => void): Promise<Extracted> {
  // Nothing in the file is run, and nothing beside it is loaded.
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const document = await loading.promise
    if (document.numPages > mostPages) throw new UnreadableError(`the PDF has more than ${mostPages} pages`)
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item): TextPiece[] => ('str' in item ? [item] : []))
      pages.push({ lines: readPageLines(pieces) })
      page.cleanup()
      onProgress()
    }
    const letters = pages.reduce((sum, { lines }) => sum + lines.reduce((count, { text }) => count + text.length, 0), 0)
    if (letters < fewestLetters * Math.min(pages.length, 5)) {
      throw new UnreadableError(
        'the PDF holds no text, only pictures of it: read it with a text recognition program first',
      )
    }
    const { info } = await document.getMetadata()
    return {
      text: joinParagraphs(dropPageFurniture(pages)),
      facts: readFacts(info, pages),
      skip: [],
      doubtLanguage: true,
    }
  } catch (error) {
    throw describeFault(error)
  } finally {
    await loading.destroy()
  }
}

/** When the file was made says nothing of when the article was published: an old one is printed to PDF today. */
function readFacts(info: unknown, pages: readonly PdfPage[]): SourceFacts {
  const parsed = infoSchema.safeParse(info)
  const { Title, Language } = parsed.success ? parsed.data : {}
  const title = Title?.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const isTitle = title !== undefined && title !== '' && title.length <= 300 && !noTitle.test(title)
  return {
    title: isTitle ? title : largestLine(pages),
    language: Language ?? undefined,
  }
}

/** The title as printed: the lines of the largest letters on the first page, where they stand alone. */
function largestLine([first]: readonly PdfPage[]): string | undefined {
  const lines = first?.lines ?? []
  const heights = lines.map(({ height }) => height).toSorted((left, right) => left - right)
  const largest = heights.at(-1) ?? 0
  const usual = heights[Math.floor(heights.length / 2)] ?? 0
  if (lines.length < 3 || largest < 1.3 * usual) return undefined
  const start = lines.findIndex(({ height }) => height === largest)
  const after = lines.slice(start).findIndex(({ height }) => height !== largest)
  const title = lines
    .slice(start, after === -1 ? undefined : start + after)
    .map(({ text }) => text)
    .join(' ')
  return title.length < 8 || title.length > 300 ? undefined : title
}

function describeFault(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error
  if (error instanceof Error && error.name === 'PasswordException')
    return new UnreadableError('the PDF asks for a password')
  return new UnreadableError('the PDF is damaged', { cause: error })
}
