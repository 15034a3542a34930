import { expect, it } from 'vitest'
import { enterTenant } from './enter-tenant.ts'
import { openingStatements } from './opening-statements.ts'

it('a transaction opens with the same settings one by one, whatever stands in their values', () => {
  const requestId = `it's; set local role postgres, true) \\ "`
  const opening = enterTenant({
    tenantId: 't',
    requestId,
    actorId: 'a',
    unitIds: ['u'],
    anyPermissions: ['ledger.read'],
  })
  const statements = openingStatements(`set transaction read only; ${opening}`)
  expect(statements.slice(0, 4)).toEqual([
    'begin',
    'set transaction read only',
    `set local "role" = 'quarterdeck_app'`,
    `set local "quarterdeck"."tenant_id" = 't'`,
  ])
  expect(statements).toContain(
    `set local "quarterdeck"."request_id" = E'it''s; set local role postgres, true) \\\\ "'`,
  )
  expect(statements).toHaveLength(2 + opening.match(/set_config\('/g)!.length)
})
