import { parse } from 'libpg-query'
import { describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { readMigrations } from './migrate.ts'
import { splitStatements } from './split-statements.ts'

describe('splitStatements', () => {
  it('takes every migration apart as PostgreSQL does', async () => {
    for (const { module, file, sql } of await readMigrations(modules)) {
      const { stmts = [] } = await parse(sql)
      const pieces = splitStatements(sql)
      expect(pieces, `${module}/${file}`).toHaveLength(stmts.length)
      for (const piece of pieces) expect((await parse(piece)).stmts, piece).toHaveLength(1)
    }
  })

  it.each([
    ["select ';'; select 2", 2],
    ["select 'it''s; so'; -- and; more\n", 1],
    ["select E'\\';'; select 1;", 2],
    ["select date ';'; select 1;", 2],
    ['select ";" /* one; two */ ; ; select 1', 2],
    ['do $$ begin; end $$; do $a$ $$;$$ $a$', 2],
  ])('%s', (text, count) => {
    expect(splitStatements(text)).toHaveLength(count)
  })
})
