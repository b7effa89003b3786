// Opens the corpus in the folder given, asks once, and closes it while its vector index is still being loaded.
import { openCorpus } from '../../index/open.ts'
import { vectorOf } from '../contracts/corpus-samples.ts'

const corpus = openCorpus({ dataFolder: process.argv[2] ?? '', hnswFrom: 1 })
await corpus.index.nearest(vectorOf('x'), 3)
await new Promise((resolve) => setTimeout(resolve, Number(process.argv[3])))
await corpus.close()
process.stdout.write('closed\n')
