/**
 * A parent process as a server is: raises the database of a folder, says how many rows it finds, then
 * inserts rows one by one and says each number once PostgreSQL has acknowledged it. It ends by kill -9 only.
 */
import { writeSync } from 'node:fs'
import pg from 'pg'
import { startEmbedded } from '../index.ts'

const [folder = '', first = '0'] = process.argv.slice(2)
// The test that started us is gone: nobody is left to kill us.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const say = (text: string) => writeSync(1, `${text}\n`)

const { url } = await startEmbedded({ folder, patienceMs: 0, notice: (code) => say(`notice ${code}`) })
const client = new pg.Client({ connectionString: url })
await client.connect()
await client.query('create table if not exists written (number int primary key)')
const { rows } = await client.query('select count(*)::int as count from written')
say(`found ${rows[0].count}`)
for (let number = Number(first); ; number++) {
  await client.query('insert into written values ($1)', [number])
  say(`acknowledged ${number}`)
}
