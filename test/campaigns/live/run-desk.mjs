// A desk in a process of its own, compiled as it ships: what it takes of memory is then its own, and nobody else's.
const home = new URL('../../../dist/', import.meta.url)
const { createParts } = await import(new URL('src/commands/parts.js', home).href)
const { openDesk } = await import(new URL('src/commands/open-desk.js', home).href)

const parts = createParts(process.env)
const desk = await openDesk(parts)
const deeds = {
  async ask(question) {
    const { citations, corpus, evidence } = await desk.ask({ ...question, private: true })
    return { citations, corpus, found: [...new Set(evidence.map(({ article }) => article.id))] }
  },
  reindex: () => desk.reindex(),
  settle: async () => (await parts.corpus()).index.settle(),
}

process.on('message', async ({ number, deed, question }) => {
  try {
    process.send({ number, value: await deeds[deed](question) })
  } catch (error) {
    process.send({ number, failure: String(error) })
  }
})
process.on('disconnect', () => parts.close().finally(() => process.exit(0)))
process.send({ ready: true })
