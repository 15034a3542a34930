import type { Context, Tx } from '../../kernel/context.ts'
import {
  CITY_ROLES,
  declaredFor,
  type PermissionTable,
  type Role,
  type Scope,
} from '../../kernel/permissions.ts'
import { modulesOf } from '../../platform/database/index.ts'
import { permissionTable } from '../../platform/permissions.ts'
import { listRoles, type StoredRole } from './store/roles.ts'

/** A role of the work as it is now. */
export interface KnownRole {
  readonly key: string
  readonly basis: Role
  /** Null for a built-in role. */
  readonly names: { readonly 'zh-CN': string; readonly en: string } | null
  readonly permissions: Readonly<Record<string, Scope>>
  /** 0 where the city has changed nothing. */
  readonly version: number
  readonly isRetired: boolean
}

export const tableOf = (ctx: Context): PermissionTable => permissionTable(modulesOf(ctx))

/** All roles of the work: the built-in ones in their order, then the city's own. */
export async function knownRoles(ctx: Context, tx: Tx): Promise<KnownRole[]> {
  const stored = await listRoles(tx)
  const builtIn = CITY_ROLES.map((key) => {
    const changed = stored.find((role) => role.key === key)
    return changed ? knownRole(changed) : declaredRole(ctx, key)
  })
  return [...builtIn, ...stored.filter(({ nameZh }) => nameZh !== null).map(knownRole)]
}

/** A built-in role as the modules of this release declare it. */
export const declaredRole = (ctx: Context, key: Role): KnownRole => ({
  key,
  basis: key,
  names: null,
  permissions: declaredFor(tableOf(ctx), key),
  version: 0,
  isRetired: false,
})

export const knownRole = ({ nameZh, nameEn, ...role }: StoredRole): KnownRole => ({
  key: role.key,
  basis: role.basis as Role,
  names: nameZh !== null && nameEn !== null ? { 'zh-CN': nameZh, en: nameEn } : null,
  permissions: role.permissions,
  version: role.version,
  isRetired: role.retiredAt !== null,
})
