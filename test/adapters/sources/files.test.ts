import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import { readSources } from '../../../adapters/sources/files.ts'
import { idFromStem } from '../../../adapters/sources/ids.ts'
import { UserError } from '../../../src/errors.ts'

const ENGLISH =
  'The ministry of fisheries said on Monday that it had counted the boats of the whole coast and found them few.'
const FRENCH = 'Le ministere de la peche a declare lundi que les bateaux de toute la cote avaient ete comptes.'

const extractor = createExtractor()
afterAll(() => extractor.close())

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

describe('readSources', () => {
  it('reads a folder with its sub-folders, and tells languages without accents apart', async () => {
    await write({ 'a.txt': ENGLISH, 'more/b.txt': FRENCH, 'more/c.txt': 'Raid au port.', '.hidden.txt': ENGLISH })
    const { articles, problems } = await readSources(['.'], folder)
    expect(problems).toEqual([])
    expect(articles.map(({ id, path, language }) => [id, path, language])).toEqual([
      ['a', 'a.txt', 'en'],
      ['b', 'more/b.txt', 'fr'],
      ['c', 'more/c.txt', 'fr'],
    ])
  })

  it('reads one file given by its path, once', async () => {
    await write({ 'a.txt': ENGLISH })
    const { articles } = await readSources(['a.txt', './a.txt', '.'], folder)
    expect(articles.map(({ text }) => text)).toEqual([ENGLISH])
  })

  it('says that a path does not exist', async () => {
    await expect(readSources(['nowhere.txt'], folder)).rejects.toThrow(
      new UserError('there is no file or folder "nowhere.txt": check the path'),
    )
  })

  it('lists what cannot be read, each with its reason, and reads the rest', async () => {
    await write({
      'binary.txt': Uint8Array.of(72, 0, 105),
      'blank.txt': ' \n\t',
      'csv.csv': 'a,b',
      'empty.txt': '',
      'furniture.txt': 'Subscribe\n|\n',
      'german.txt':
        'Das Ministerium hat am Montag erklärt, dass es die Boote der ganzen Küste gezählt und nur wenige gefunden hat.',
      'good.txt': ENGLISH,
      'huge.txt': new Uint8Array(10 * 1024 * 1024 + 1).fill(97),
      'khmer.txt': 'រដ្ឋាភិបាលកម្ពុជា បានប្រកាស',
      'matter.md': '---\ntitle: [\n---\nHello',
      'page.html': '<html><body><script>let a = 1</script></body></html>',
    })
    const { articles, problems } = await readSources([folder], folder, extractor)
    expect(articles.map(({ id }) => id)).toEqual(['good'])
    expect(Object.fromEntries(problems.map(({ path, reason }) => [path, reason]))).toEqual({
      'binary.txt': 'the file is binary, not text',
      'blank.txt': 'there are no words in the file',
      'csv.csv': 'only .txt, .md, .html and .pdf files are read',
      'empty.txt': 'the file is empty',
      'furniture.txt': 'there is no article text in the file',
      'german.txt': expect.stringMatching(/^language not supported: "de"/),
      'huge.txt': 'the file is larger than 10 MB',
      'khmer.txt': expect.stringMatching(/^language not/),
      'matter.md': expect.stringMatching(/^front matter is not valid YAML/),
      'page.html': 'there is no article text on the page',
    })
  })

  it('lists a link that leads nowhere', async () => {
    await write({ 'good.txt': ENGLISH })
    await symlink(join(folder, 'gone'), join(folder, 'link.txt'))
    const { problems } = await readSources([folder], folder)
    expect(problems).toEqual([{ path: 'link.txt', reason: 'it cannot be opened (ENOENT)' }])
  })

  it('leaves the byte order mark out, and reads UTF-16 by it', async () => {
    await write({
      'eight.txt': `\uFEFF${ENGLISH}`,
      'sixteen.txt': Buffer.from(`\uFEFF${FRENCH} Été.`, 'utf16le'),
    })
    const { articles } = await readSources(['.'], folder)
    expect(articles.map(({ text }) => text)).toEqual([ENGLISH, `${FRENCH} Été.`])
  })

  it('falls back to windows-1252, quotation marks included, and says so', async () => {
    await write({
      'old.txt': latin('L\x92\xe9t\xe9, la police a dit : \x93 Nous comptons les bateaux de la c\xf4te. \x94'),
    })
    const { articles, notes } = await readSources(['.'], folder)
    expect(articles[0]?.text).toBe('L’été, la police a dit : “ Nous comptons les bateaux de la côte. ”')
    expect(notes).toEqual([{ path: 'old.txt', reason: 'not valid UTF-8, read as windows-1252 (guessed)' }])
  })

  it('tells files of one name apart by their folders, and by a hash where that is not enough', async () => {
    await write({
      'a/index.html': `<p>${ENGLISH}</p>`,
      'b/index.html': `<p>${FRENCH}</p>`,
      'b/index.md': FRENCH,
      'c/b/INDEX.txt': ENGLISH,
      'b-index.txt': FRENCH,
    })
    const { articles, problems } = await readSources(['.'], folder, extractor)
    expect(problems).toEqual([])
    expect(Object.fromEntries(articles.map(({ id, path }) => [path, id]))).toEqual({
      'a/index.html': 'index',
      'b-index.txt': 'b-index-txt',
      'b/index.html': 'b-index',
      'b/index.md': 'index-md',
      'c/b/INDEX.txt': 'c-b-index',
    })
  })

  it('names both articles of one id that was given', async () => {
    await write({ 'a.txt': ENGLISH, 'more/b.md': `---\nid: a\n---\n${FRENCH}` })
    const { articles, problems } = await readSources(['.'], folder, extractor)
    expect(articles).toHaveLength(1)
    expect(problems).toEqual([
      { path: 'more/b.md', reason: 'its id "a" is already that of a.txt: give one of the two another id' },
    ])
  })

  it.each([
    ['one byte of another encoding', Uint8Array.of(0x4c, 0x92, 0x68), 'L’h'],
    ['a letter of another encoding', Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x21), 'café!'],
    ['a character cut in half at the end', Uint8Array.of(0x61, 0xc3), 'a\ufffd'],
    ['three bytes of four', Uint8Array.of(0x61, 0xf0, 0x9f, 0x98, 0x2e), 'a\ufffd.'],
  ])('reads UTF-8 with %s as UTF-8', async (_, wrong, read) => {
    const text = 'Le préfet a déclaré que l’été fut réputé très élevé à la côte. Les bateaux ont été comptés. '
    await write({
      'a.txt': Buffer.concat([Buffer.from(text), wrong]),
      'b.html': Buffer.concat([Buffer.from(`<meta charset="utf-8"><p>${text}`), wrong]),
    })
    const { articles, notes } = await readSources(['.'], folder, extractor)
    expect(articles.map(({ text }) => text)).toEqual([text + read, text + read])
    expect(notes).toMatchObject([{ reason: 'one byte in it is not valid UTF-8: each was read by itself' }, {}])
  })

  it('leaves a stray zero out, with a note', async () => {
    const half = Math.floor(ENGLISH.length / 2)
    const text = `${ENGLISH.slice(0, half)}\0${ENGLISH.slice(half)}`
    await write({ 'a.txt': text, 'b.html': `<p>${text}</p>`, 'c.md': `${FRENCH}\0` })
    const { articles, notes, problems } = await readSources(['.'], folder, extractor)
    expect(problems).toEqual([])
    expect(articles.map(({ text: read }) => read)).toEqual([ENGLISH, ENGLISH, FRENCH])
    expect(notes.map(({ reason }) => reason)).toEqual(Array(3).fill('zero bytes in it were left out'))
  })

  it('never throws on damaged files and never makes an article of what is no text', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => Buffer.from(`<html><body><p>${text}`)),
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => Buffer.from(`---\n${text}\n---\n${text}`)),
    )
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('txt', 'md', 'html'), async (content, extension) => {
        await writeFile(join(folder, `x.${extension}`), content)
        const { articles, problems } = await readSources([`x.${extension}`], folder, extractor)
        expect(articles.length + problems.length).toBe(1)
        for (const { text } of articles) expect(text).toMatch(/[\p{L}\p{N}]/u)
      }),
      { numRuns: 150 },
    )
  })
})

describe('articles.yaml', () => {
  it('goes before what the file says of itself', async () => {
    await write({
      'articles.yaml':
        'articles:\n  - file: sub/a.md\n    id: boats\n    label: On boats\n    published: 2026-02-09\n    language: fr\n',
      'sub/a.md': `---\nid: other\ntitle: Boats\nlang: en\n---\n${ENGLISH}\n`,
    })
    const { articles, problems } = await readSources(['.'], folder)
    expect(problems).toEqual([])
    expect(articles[0]).toMatchObject({
      id: 'boats',
      title: 'Boats',
      label: 'On boats',
      published: '2026-02-09',
      language: 'fr',
    })
  })

  it('is found beside a single file', async () => {
    await write({ 'articles.yaml': 'articles:\n  - file: a.txt\n    id: boats\n', 'a.txt': ENGLISH })
    expect((await readSources(['a.txt'], folder)).articles[0]?.id).toBe('boats')
  })

  it('lists an entry whose file is not there', async () => {
    await write({ 'articles.yaml': 'articles:\n  - file: b.txt\n', 'a.txt': ENGLISH })
    expect((await readSources(['.'], folder)).problems).toEqual([
      {
        path: 'b.txt',
        reason: 'articles.yaml names this file, but it is not there: correct the name or take the entry out',
      },
    ])
  })

  it.each([
    [
      'articles:\n  - file: a.txt\n    id: Big Boats',
      /^articles\.yaml: entry 1 \(a\.txt\): field "id" must be 1 to 32/,
    ],
    ['articles:\n  - file: a.txt\n    published: 2026-02-30', /entry 1 \(a\.txt\): field "published" must be a date/],
    ['articles:\n  - file: a.txt\n    url: not', /field "url" must be a web address/],
    ['articles:\n  - file: a.txt\n    titel: x', /entry 1 \(a\.txt\): has an unknown field "titel"/],
    ['articles:\n  - id: a', /entry 1: field "file" must name a file/],
    [
      'articles:\n  - file: a.txt\n  - file: ./a.txt',
      /entry 2 \(\.\/a\.txt\): field "file" names a file that an entry/,
    ],
    [
      'articles:\n  - {file: a.txt, id: a}\n  - {file: b.txt, id: a}',
      /entry 2 \(b\.txt\): field "id" is "a", which is already that of a\.txt/,
    ],
    ['articles: 3', /must hold a list named "articles"/],
    ['articles: [', /^articles\.yaml is not valid YAML/],
    ['articles:\n  - file: a.txt\n    title: ""', /field "title" is empty/],
  ])('is refused by name, entry and field: %j', async (yaml, message) => {
    await write({ 'articles.yaml': yaml, 'a.txt': ENGLISH })
    const fault: unknown = await readSources(['.'], folder).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(UserError)
    expect(String(fault instanceof Error && fault.message)).toMatch(message)
    expect(String(fault instanceof Error && fault.message)).not.toContain('\n')
  })
})

describe('idFromStem', () => {
  it('keeps what it can of a file name', () => {
    expect(idFromStem('000_7c3e3a9317f40a94')).toBe('000_7c3e3a9317f40a94')
    expect(idFromStem('Été à Phnom Penh !')).toBe('ete-a-phnom-penh')
  })

  it('tells long names apart that begin alike', () => {
    const ids = ['one', 'two'].map((end) => idFromStem(`a very long name of a file that ends in ${end}`))
    expect(ids[0]).toMatch(/^a-very-long-name-of-a-f-[0-9a-f]{8}$/)
    expect(ids[0]).not.toBe(ids[1])
  })

  it('makes an id of any name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (stem) => /^[a-z0-9_-]{1,32}$/.test(idFromStem(stem))))
  })
})
