import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { keepWriting, untilMore } from './keep-writing.ts'
import { newTally, wrongAnswers } from './tally.ts'

/** Answers one after the other as given, and with 201 from then on; 0 cuts the connection. */
async function answering(answers: readonly [number, string?][]) {
  const waiting = [...answers]
  const keys: unknown[] = []
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'])
    request.resume().on('end', () => {
      const [status, code] = waiting.shift() ?? [201]
      if (status === 0) response.destroy()
      else response.writeHead(status).end(JSON.stringify({ code }))
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { address, keys, [Symbol.asyncDispose]: async () => void server.close() }
}

async function writeOnce(answers: readonly [number, string?][]) {
  await using stub = await answering(answers)
  const tally = newTally()
  const { address } = stub
  const writing = keepWriting({ address, session: {}, tally, writers: 1, name: 'one' })
  await untilMore(tally, 1)
  await writing.finish()
  return { tally, sent: stub.keys.filter((key) => key === 'one-000000').length }
}

it('a write that stands, whose answer was lost with the server, is acknowledged: nobody sends it for ever', async () => {
  const { tally, sent } = await writeOnce([
    [0],
    [503],
    [409, 'kernel.request-repeated'],
    [409, 'kernel.answer-not-kept'],
  ])
  expect(sent).toBe(4)
  expect(tally.acknowledged).toContain('one-000000')
  expect(wrongAnswers(tally)).toEqual([])
})

it('any other conflict is no yes, and wrong', async () => {
  const { tally, sent } = await writeOnce([[409, 'ledger.item-changed'], [500]])
  expect(sent).toBe(3)
  expect(wrongAnswers(tally)).toEqual([500, 'ledger.item-changed'])
})
