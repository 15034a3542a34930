import { parse } from 'libpg-query'
import { describe, expect, it } from 'vitest'
import { checkStatement } from './check-statement.ts'
import type { Syntax } from './syntax.ts'

const rules = {
  isOfTenant: (table: string) =>
    table.includes('.') && !table.startsWith('platform.') && !table.startsWith('pg_'),
  isReference: (table: string) => table === 'platform.tenant',
  isMutable: (name: string) => ['now', 'to_char', 'gen_random_uuid'].includes(name),
}

async function problemsOf(text: string): Promise<string[]> {
  const { stmts } = await parse(text)
  return checkStatement(stmts![0]!.stmt as Syntax, rules)
}

describe('A statement goes to one machine', () => {
  it.each([
    'select * from ledger.item where tenant_id = $1 and id = $2',
    "select * from ledger.item item where item.tenant_id = $1::uuid and (item.title = 'a' or item.id = $2)",
    'select * from ledger.item i join ledger.duty d on d.tenant_id = i.tenant_id and d.item_id = i.id where i.tenant_id = $1',
    'select * from ledger.item i left join ledger.duty d on d.tenant_id = i.tenant_id where i.tenant_id = $1',
    'select * from journal.head join journal.entry using (tenant_id, seq) where head.tenant_id = $1',
    'select * from journal.head join journal.entry using (tenant_id, seq) where tenant_id = $1',
    'declare c no scroll cursor for select id from ledger.item where tenant_id = $1',
    'with open as (select id from ledger.item where tenant_id = $1) select * from open',
    'select (select count(*) from ledger.duty d where d.tenant_id = $1) from ledger.item i where i.tenant_id = $1',
    'select t.name from platform.tenant t join units.city c on c.tenant_id = t.id where c.tenant_id = $1',
    'update ledger.item set title = $1 from unnest($2::uuid[]) t(id) where item.tenant_id = $3 and item.id = t.id',
    'insert into ledger.item (tenant_id, id) values ($1, $2), ($3, $4)',
    'insert into ledger.item (tenant_id, id) select $1, id from unnest($2::uuid[]) id on conflict do nothing',
    'insert into ledger.item (tenant_id, id) select $1, id from unnest($2::uuid[]) id returning 1',
    'select platform.enqueue_job($1)',
  ])('%s', async (text) => {
    expect(await problemsOf(text)).toEqual([])
  })

  it.each([
    ['select * from ledger.item where id = $1', 'ledger.item stands without its tenant'],
    ['select * from ledger.item where tenant_id = $1 or id = $2', 'ledger.item stands without its tenant'],
    [
      'select * from ledger.item where tenant_id = platform.tenant_id()',
      'ledger.item stands without its tenant',
    ],
    // The constant is not carried from the side that may be missing to the other.
    [
      'select * from ledger.item i left join ledger.duty d on d.tenant_id = i.tenant_id and d.tenant_id = $1',
      'ledger.item stands without its tenant',
    ],
    // Correlated only: PostgreSQL plans the subquery apart, with a parameter that has no value yet.
    [
      'select (select count(*) from ledger.duty d where d.tenant_id = i.tenant_id) from ledger.item i where i.tenant_id = $1',
      'ledger.duty stands without its tenant',
    ],
    ['select * from (select id from ledger.item) x', 'ledger.item stands without its tenant'],
    ['select 1 union select count(*) from ledger.item', 'ledger.item stands without its tenant'],
    ['delete from ledger.duty', 'ledger.duty stands without its tenant'],
    ['insert into ledger.item (id) values ($1)', 'ledger.item: the columns do not name tenant_id'],
    ['insert into ledger.item (tenant_id) values (f())', 'ledger.item: tenant_id is not a parameter'],
    [
      'insert into ledger.item (tenant_id, id) select $1, id from unnest($2::uuid[]) id',
      'ledger.item: insert … select needs `returning` or `on conflict`',
    ],
    [
      'update ledger.item set id = gen_random_uuid() where tenant_id = $1',
      'gen_random_uuid() in a change is not immutable',
    ],
    [
      'insert into ledger.item as i (tenant_id) values ($1) on conflict (tenant_id) do update set at = now()',
      'now() in on conflict or returning is not immutable',
    ],
    ['delete from ledger.duty where tenant_id = $1 returning now()', 'now() in a change is not immutable'],
    [
      'with gone as (delete from ledger.duty where tenant_id = $1 returning *) select * from gone',
      'changes rows in a `with` (router planner: select only)',
    ],
    [
      'select from ledger.item, pg_class where tenant_id = $1 and item.tenant_id = $1',
      'pg_class is on the coordinator only and stands beside a table of tenants',
    ],
  ])('not: %s', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([problem])
  })
})
