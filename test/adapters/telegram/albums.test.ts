import { describe, expect, it } from 'vitest'
import { createAlbums } from '../../../adapters/telegram/updates/albums.ts'

describe('an album', () => {
  it('is answered for its first picture and for words, not for every picture without', () => {
    const albums = createAlbums()
    const silent = (media_group_id: string, caption?: string) =>
      albums.isSilent({ media_group_id, ...(caption !== undefined && { caption }) })
    expect(['', '', ''].map((caption) => silent('a', caption))).toEqual([false, true, true])
    expect([silent('b', 'words'), silent('b'), silent('b', 'more words')]).toEqual([false, true, false])
    expect([albums.isSilent({}), albums.isSilent({})]).toEqual([false, false])
  })

  it('is forgotten after a thousand others', () => {
    const albums = createAlbums()
    const silent = (album: number) => albums.isSilent({ media_group_id: `${album}` })
    for (let album = 0; album <= 1_000; album++) silent(album)
    expect([silent(1_000), silent(0)]).toEqual([true, false])
  })
})
