/** A process with a worker whose job tells somebody and never ends. It ends by kill -9 only. */
import { writeSync } from 'node:fs'
import { openDatabase } from '../../../platform/database/index.ts'
import { startTellingWorker, tellingRoom } from './telling-worker.ts'

const [url = '', accountId = ''] = process.argv.slice(2)
// The test that started us is gone: nobody is left to kill us.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const database = await openDatabase({ url, secret: Buffer.from('a secret that only this test knows') })
const hang = async () => {
  writeSync(1, 'told\n')
  await new Promise(() => {})
}
startTellingWorker(database, tellingRoom(accountId, hang))
