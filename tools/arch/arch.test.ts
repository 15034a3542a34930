import { describe, expect, it } from 'vitest'
import type { Module } from '../../src/platform/module.ts'
import { moduleFiles } from '../new-module.ts'
import { anatomyErrors } from './anatomy.ts'
import { budgetErrors } from './budgets.ts'
import { edgeErrors, importCycles } from './edges.ts'
import type { SourceFile } from './source-tree.ts'

const units: Module = { name: 'units', layer: 'foundation', dependsOn: [] }
const reports: Module = { name: 'reports', layer: 'records', dependsOn: ['units'] }
const ledger: Module = { name: 'ledger', layer: 'records', dependsOn: [] }
const modules = [units, reports, ledger]

const file = (path: string, imports: string[] = [], text = ''): SourceFile => ({
  path,
  imports,
  text,
  lines: 10,
})
const uses = file('src/modules/reports/store.ts', ['src/modules/units/index.ts'])

describe('the architecture check', () => {
  it('passes a declared edge through the door', () => {
    expect(edgeErrors([uses], modules)).toEqual([])
  })

  it.each([
    ['past the door', file('src/modules/reports/store.ts', ['src/modules/units/store.ts']), 'only door'],
    ['sideways', file('src/modules/reports/store.ts', ['src/modules/ledger/index.ts']), 'strictly down'],
    ['up', file('src/modules/units/store.ts', ['src/modules/reports/index.ts']), 'strictly down'],
    ['platform into a module', file('src/platform/http/x.ts', ['src/modules/units/index.ts']), 'kernel only'],
    ['kernel into platform', file('src/kernel/x.ts', ['src/platform/module.ts']), 'depends on nothing'],
    [
      'a module into apps',
      file('src/modules/units/x.ts', ['src/apps/modules.ts']),
      'nothing in src depends on apps',
    ],
  ])('fails an edge that goes %s', (_, bad, words) => {
    expect(edgeErrors([uses, bad], modules).join('\n')).toContain(words)
  })

  it('fails a declaration that nothing uses, unless a foreign key does', () => {
    expect(edgeErrors([], modules).join('\n')).toContain('remove it')
    const migration = file(
      'src/modules/reports/migrations/0001-x.sql',
      [],
      'references units.unit (tenant_id, id)',
    )
    expect(edgeErrors([migration], modules)).toEqual([])
  })

  it('finds the loop of an import cycle', () => {
    const loop = importCycles([file('a.ts', ['b.ts']), file('b.ts', ['c.ts']), file('c.ts', ['a.ts'])])
    expect(loop).toEqual(['import cycle: a.ts → b.ts → c.ts → a.ts'])
  })

  it.each([
    ['time in rules', file('src/modules/units/rules/x.ts', [], 'const now = Date.now()'), 'rules are pure'],
    [
      'files in rules',
      file('src/modules/units/rules/x.ts', [], "import fs from 'node:fs'"),
      'rules are pure',
    ],
    [
      'SQL outside the store',
      file('src/modules/units/queries/x.ts', [], "tx.selectFrom('units.unit')"),
      'belongs to the store',
    ],
    ['code in the door', file('src/modules/units/index.ts', [], 'export const x = 1'), 'no code'],
    ['an empty name', file('src/modules/units/utils.ts'), 'says nothing'],
  ])('fails %s', (_, bad, words) => {
    expect(anatomyErrors('/nowhere', [bad], []).join('\n')).toContain(words)
  })

  it("fails another module's table in SQL, but lets a migration reference a key", () => {
    const table = file('src/modules/units/migrations/0001.sql', [], 'create table units.unit (x int)')
    const reads = file('src/modules/reports/store.ts', [], 'select * from units.unit')
    const key = file(
      'src/modules/reports/migrations/0001.sql',
      [],
      'foreign key (a, b) references units.unit (a, b)',
    )
    expect(anatomyErrors('/nowhere', [table, reads], modules).join('\n')).toContain(
      'names units.unit, which belongs to units',
    )
    expect(anatomyErrors('/nowhere', [table, key], modules).join('\n')).not.toContain('belongs to')
  })

  it('fails a file past the hard stop', () => {
    expect(budgetErrors([{ ...file('src/long.ts'), lines: 401 }]).join('\n')).toContain('hard stop of 400')
  })

  it('makes a module that has the required files', () => {
    const files = moduleFiles('hotline', 'records')
    for (const name of ['README.md', 'index.ts', 'module.ts', 'schema.ts'])
      expect(Object.keys(files)).toContain(name)
    expect(files['module.ts']).toContain("layer: 'records'")
  })
})
