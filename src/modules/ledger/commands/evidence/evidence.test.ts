import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QuarterdeckServer } from '../../../../platform/http/index.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../../identity/testing.ts'
import type { Evidence } from '../../schema.ts'
import { closeItem } from '../steps/close-item.ts'
import { recheckItem } from '../steps/recheck-item.ts'
import { anotherPerson, dispatched, takenUp } from '../steps/testing.ts'
import { withdrawItem } from '../steps/withdraw-item.ts'

let city: TestCity
let server: QuarterdeckServer
const browsers = new Map<string, SignedInBrowser>()
beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  for (const role of ['liaison', 'leader'] as const) {
    await addAccount(city.asSystem(), { role, unitId: city.unitId(role === 'liaison' ? 'yunbo' : 'qingdu') })
    browsers.set(role, await signInOver(server, role))
  }
})
afterAll(() => city.close())

const TEXT = '停车位竣工验收记录'

function upload(id: string, { name, content }: { name: string; content: string | Buffer }) {
  const { headers } = browsers.get('liaison')!
  const head = `--b\r\ncontent-disposition: form-data; name="note"\r\n\r\n验收\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--b--\r\n')])
  const type = { 'content-type': 'multipart/form-data; boundary=b' }
  return server.inject({
    method: 'POST',
    url: `/api/items/${id}/evidence`,
    headers: { ...headers, ...type },
    payload,
  })
}

test('a file is kept by its hash, told by its content, and comes back as it was, to be saved and not shown', async () => {
  const { id } = await dispatched(city)
  const added = await upload(id, { name: '验收(终).txt', content: TEXT })
  expect(added.statusCode, added.body).toBe(201)
  const sha256 = createHash('sha256').update(TEXT).digest('hex')
  const evidence = added.json<Evidence>()
  expect(evidence).toMatchObject({ kind: 'file', sha256, note: '验收', unitId: city.unitId('yunbo') })
  const url = `/api/items/${id}/evidence/${evidence.id}`
  const response = await server.inject({ url, headers: browsers.get('liaison')!.headers })
  expect(response.body).toBe(TEXT)
  expect(response.headers).toMatchObject({
    'content-type': expect.stringContaining('text/plain'),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('验收')}%28${encodeURIComponent('终')}%29.txt`,
    'x-content-type-options': 'nosniff',
    etag: `"${sha256}"`,
  })
  const hidden = await server.inject({ url, headers: browsers.get('leader')!.headers })
  expect([hidden.statusCode, hidden.json().code]).toEqual([404, 'ledger.no-such-file'])
})

test('what may do harm is not kept, and an item that is over takes no more', async () => {
  const { id } = await dispatched(city)
  const program = await upload(id, { name: '照片.jpg', content: Buffer.from('MZ\u0000\u0001\u0002\u0003') })
  expect([program.statusCode, program.json().code]).toEqual([400, 'platform.file-type'])
  await withdrawItem(city.as('officer'), id, { reason: '合并办理' })
  const late = await upload(id, { name: '验收.txt', content: TEXT })
  expect([late.statusCode, late.json().code]).toEqual([409, 'ledger.wrong-state'])
})

test('a closed item takes evidence while a re-check is agreed, and none before or after', async () => {
  const officer = city.as('officer')
  const verifier = anotherPerson(officer, 'verifier')
  const verified = { method: 'on-site', thirdParty: '', findings: '属实' } as const
  const add = (id: string) => upload(id, { name: '复查.txt', content: TEXT })
  const without = await takenUp(city)
  await closeItem(verifier, without.id, { ...verified, recheckAfterDays: null })
  const refused = await add(without.id)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'ledger.wrong-state'])
  expect(refused.json().details.possible).not.toContain('addEvidence')

  const { id } = await takenUp(city)
  const closed = await closeItem(verifier, id, { ...verified, recheckAfterDays: 30 })
  const added = await add(id)
  expect(added.statusCode, added.body).toBe(201)
  const passed = { ...verified, result: 'passed', recheckAfterDays: null } as const
  await recheckItem(verifier, id, { ...passed, version: closed.version })
  expect((await add(id)).json().code).toBe('ledger.wrong-state')
})
