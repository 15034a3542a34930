import type { Actor } from '../../kernel/context.ts'
import { ROLES, type Scope } from '../../kernel/permissions.ts'
import type { Module } from '../module.ts'

/** Stands in the journal for what the installation itself does; never a person's account. */
const SYSTEM_ID = '00000000-0000-7000-8000-000000000000'

/** An actor with every declared permission for every unit: for the command line and for loading packs. */
export function systemActor(modules: readonly Module[]): Actor {
  const permissions: Record<string, Scope> = {}
  for (const module of modules) {
    for (const permission of Object.keys(module.permissions ?? {})) permissions[permission] = 'any'
  }
  return {
    userId: SYSTEM_ID,
    name: 'quarterdeck',
    roles: ROLES,
    unitId: null,
    grants: { permissions, unitIds: [] },
  }
}
