import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchWords } from '../../../platform/segmenter/index.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { listItems } from '../queries/list-items.ts'
import { planSearch } from '../rules/plan-search.ts'
import { ListItems } from '../schema.ts'

const ROWS = 50_000
const WHO = ['云泊新区', '青渡区', '望汐区', '市交通委', '市教委']
const WHAT = ['旧住房成套改造', '停车位建设', '垃圾分类', '招商引资', '河道治理', '充电设施布点', '职业教育']
const HOW = ['要加快推进', '要按期完成', '要形成方案', '要开展自查']

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  const texts = Array.from(
    { length: ROWS },
    (_, i) => `${WHO[i % 5]}${HOW[i % 4]}${WHAT[i % 7]}第${i}批${i % 1000 === 0 ? '，壮大农村集体经济' : ''}`,
  )
  const rows = texts.flatMap((text, i) => searchWords(text).map((word) => [i + 1, word] as const))
  const { owner } = city.database
  await owner.connection().execute(async (connection) => {
    await sql`select set_config('quarterdeck.tenant_id', ${city.tenant.id}, false)`.execute(connection)
    await sql`insert into ledger.item (tenant_id, id, year, sequence, title, content, responsible_text,
        supporting_unit_ids, source_kind, created_at, created_by, changed_at, changed_by)
      select ${city.tenant.id}, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 2024, n, text, '',
        '{}', '{}', 'by-hand', now(), '测试', now(), '测试'
      from unnest(${texts}::text[]) with ordinality as t (text, n)`.execute(connection)
    await sql`insert into ledger.item_word (tenant_id, word, item_id)
      select ${city.tenant.id}, word, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid
      from unnest(${rows.map(([n]) => n)}::int[], ${rows.map(([, word]) => word)}::text[]) as t (n, word)`.execute(
      connection,
    )
    await sql`analyze ledger.item, ledger.item_word`.execute(connection)
  })
}, 120_000)
afterAll(() => city.close())

async function timed(q: string, as = city.as('officer')) {
  const input = ListItems.parse({ q })
  await listItems(as, input)
  const start = performance.now()
  const { total } = await listItems(as, input)
  return { total, ms: performance.now() - start }
}

test('under row-level security a search goes through the index of words', async () => {
  const plan = await city.as('officer').transaction((tx) =>
    sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off)
      select item_id from ledger.item_word where word = any(${planSearch('集体经济').words}::text[])
      group by item_id having count(*) = 2`.execute(tx),
  )
  const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(text).toMatch(/Index Cond: .*word = ANY/)
  expect(text).not.toMatch(/Seq Scan/)
})

test('fifty thousand items are searched while one types', async () => {
  // Measured 10–300 ms with two cores busy; the bound only catches a search that forgot its index.
  for (const q of ['集体经济', '停车位', '垃圾分类 青渡', '住', '没有这个词']) {
    expect((await timed(q)).ms, q).toBeLessThan(3000)
    expect((await timed(q, city.as('liaison', { unit: 'yunbo' }))).total).toBe(0)
  }
  expect((await timed('集体经济')).total).toBe(50)
})
