/** A process that writes all that a bot writes, as fast as it can: `ledger-writer.ts FILE PLATFORM`. */
import { openLedgerFile } from '../../index/ledger/store.ts'
import { sampleAnswer, sampleRecord } from '../contracts/ledger-samples.ts'

const [file = '', platform = ''] = process.argv.slice(2)
const ledger = openLedgerFile(file)
for (let count = 0; count < 50; count += 1) {
  const answer = sampleAnswer(`${platform}${count}`)
  await ledger.record(answer, sampleRecord(answer), `${platform}:0`)
  await ledger.saveFeedback({ answerId: answer.id, asker: `${platform}:1`, kind: 'wrong' })
  if (count >= 20) continue
  await ledger.countPrivate()
  await ledger.saveFeedback({ answerId: 'private', asker: `${platform}:1`, kind: 'useful' })
  await ledger.savePreferences(`${platform}:${count}`, { language: 'fr' })
  await ledger.saveGroupSetting(platform, String(count))
  await ledger.dropOlderThan(90)
}
await ledger.close()
