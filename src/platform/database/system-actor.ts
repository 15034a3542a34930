import type { Actor } from '../../kernel/context.ts'
import type { Reach } from '../../kernel/permissions.ts'
import type { Module } from '../module.ts'
import { permissionTable } from '../permissions.ts'

/** Stands in the journal for what the installation itself does; never a person's account. */
const SYSTEM_ID = '00000000-0000-7000-8000-000000000000'

/** An actor with every declared permission for every unit: for the command line and for loading packs. */
export function systemActor(modules: readonly Module[]): Actor {
  const permissions: Record<string, Reach> = {}
  for (const permission of Object.keys(permissionTable(modules))) permissions[permission] = 'any'
  return {
    userId: SYSTEM_ID,
    name: 'quarterdeck',
    roles: [],
    unitId: null,
    grants: { permissions },
  }
}
