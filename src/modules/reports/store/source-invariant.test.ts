import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { storeFixtureReport } from '../testing.ts'

let city: TestCity
let statementId: string
beforeAll(async () => {
  city = await openTestCity()
  statementId = (await storeFixtureReport(city.as('officer'))).statements[0]!.id
})
afterAll(() => city.close())

/** What a programmer with the application's own role could try. */
const asApplication = (query: string) => city.as('officer').transaction((tx) => sql.raw(query).execute(tx))

test.each([
  'update reports.document set body = body',
  'delete from reports.document',
  'update reports.statement set quote = \'["改写"]\'',
  "update reports.statement set spans = '[[0, 1]]'",
  'delete from reports.statement',
  'update reports.report set content_hash = text_hash',
  'delete from reports.statement_version',
])('the application may not: %s', async (query) => {
  await expect(asApplication(query)).rejects.toThrow(/permission denied/)
})

test('a paraphrase is refused by the database itself', async () => {
  const copy = (quote: string, spans: string) =>
    asApplication(`insert into reports.statement
      select tenant_id, gen_random_uuid(), report_id, article_index, position, kind, status, unit_name, unit_id,
        subject, period, ${spans}, ${quote}, confidence, rule, detail, null, null, null, 1
      from reports.statement where id = '${statementId}'`)
  await expect(copy('quote', 'spans')).resolves.toBeDefined()
  await expect(copy(`'["全市领先"]'::jsonb`, 'spans')).rejects.toThrow(/is not the slice/)
  await expect(copy('quote', `'[[0, 99999]]'::jsonb`)).rejects.toThrow(/is not the slice/)
  await expect(copy(`'[]'::jsonb`, `'[]'::jsonb`)).rejects.toThrow(/quotes nothing/)
})

test('nothing is accepted without a person', async () => {
  await expect(
    asApplication(`update reports.statement set status = 'accepted' where id = '${statementId}'`),
  ).rejects.toThrow(/statement_decided/)
})

test('a document that the owner changed can no longer be accepted', async () => {
  await sql`update reports.document set body = replace(body, '全市第一', '全市第二')`.execute(
    city.database.owner,
  )
  await expect(
    asApplication(`update reports.statement set status = 'accepted', decided_by = '某人', decided_at = now()
      where id = '${statementId}'`),
  ).rejects.toThrow(/is not the slice/)
})
