import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, forbidden, invalid, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { ADMIN_ROLES, authorize, CITY_ROLES, ROLES } from '../../../../kernel/permissions.ts'
import { LOCALES, loadCatalogues } from '../../../../platform/i18n/index.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { skeleton } from '../../../../platform/names/index.ts'
import { declaredRole, type KnownRole, knownRole, knownRoles, tableOf } from '../../known-roles.ts'
import { permissionChanges, permissionFault } from '../../rules/role-permissions.ts'
import type { ChangeRole, NewRole } from '../../schema/roles.ts'
import { countHolders } from '../../store/assignments.ts'
import {
  findRoleToChange,
  forgetRole,
  insertRole,
  listRoles,
  lockRoleNames,
  updateRole,
} from '../../store/roles.ts'

const MOST_ROLES = 60

/**
 * A role of the city's own, in the place of a built-in one; answers its key.
 * @throws `identity.role-name-taken`, `identity.too-many-roles`, what `checkPermissions` throws
 */
export async function makeRole(ctx: Context, input: NewRole): Promise<string> {
  authorize(ctx, 'identity.grant-roles')
  const { basis, names, permissions } = input
  checkPermissions(ctx, input)
  const key = `r-${newId().replaceAll('-', '').slice(-16)}`
  await ctx.transaction(async (tx) => {
    const present = await knownRoles(ctx, tx)
    if (present.length >= MOST_ROLES) throw conflict('identity.too-many-roles', { most: MOST_ROLES })
    await checkNames(ctx, tx, { key, names })
    const role = { key, basis, nameZh: names['zh-CN'], nameEn: names.en, permissions }
    await insertRole(tx, role, changedBy(ctx))
    await tellJournal(ctx, tx, 'role-made', { key, detail: { names, basis, permissions } })
  })
  return key
}

/**
 * Names and permissions of a role; a built-in one has its names from the catalogues and is as declared again when nothing
 * differs from that. In force with the next request of whoever holds it.
 * @throws `identity.role-missing`, `identity.role-fixed`, `identity.role-changed-meanwhile`, `identity.role-retired`,
 * `identity.role-name-taken`, what `checkPermissions` throws
 */
export async function changeRole(ctx: Context, key: string, input: ChangeRole): Promise<void> {
  authorize(ctx, 'identity.grant-roles')
  if (ADMIN_ROLES.some((role) => role === key)) throw forbidden('identity.role-fixed')
  await ctx.transaction(async (tx) => {
    const present = await getRoleToChange(ctx, tx, { key, version: input.version })
    if (present.isRetired) throw conflict('identity.role-retired')
    const { basis } = present
    const names = present.names === null ? null : (input.names ?? present.names)
    const { permissions } = input
    checkPermissions(ctx, { basis, permissions })
    if (names) await checkNames(ctx, tx, { key, names })
    const changes = permissionChanges(present.permissions, permissions)
    const to = { key, nameZh: names?.['zh-CN'] ?? null, nameEn: names?.en ?? null, permissions }
    if (names === null && isDeclared(ctx, present, permissions)) await forgetRole(tx, key)
    else if (present.version === 0) {
      if (!(await insertRole(tx, { ...to, basis }, changedBy(ctx)))) throw changedMeanwhile()
    } else await updateRole(tx, { ...to, version: present.version, retiredAt: null }, changedBy(ctx))
    const renamed =
      JSON.stringify(names) === JSON.stringify(present.names)
        ? {}
        : { names: { from: present.names, to: names } }
    await tellJournal(ctx, tx, 'role-changed', { key, detail: { ...changes, ...renamed } })
  })
}

/**
 * Takes one of the city's own roles out of use, when nobody holds it any more, or back into use.
 * @throws `identity.role-missing`, `identity.role-fixed`, `identity.role-changed-meanwhile`, `identity.role-in-use`
 */
export async function retireRole(
  ctx: Context,
  key: string,
  { version, isRetired }: { version: number; isRetired: boolean },
): Promise<void> {
  authorize(ctx, 'identity.grant-roles')
  if ([...ADMIN_ROLES, ...CITY_ROLES].some((role) => role === key)) throw forbidden('identity.role-fixed')
  await ctx.transaction(async (tx) => {
    const present = await getRoleToChange(ctx, tx, { key, version })
    const holders = (await countHolders(tx, ctx.clock.today())).get(key) ?? 0
    if (isRetired && holders > 0) throw conflict('identity.role-in-use', { holders })
    if (present.isRetired === isRetired || !present.names) return
    const { names, permissions } = present
    const stored = { key, nameZh: names['zh-CN'], nameEn: names.en, permissions, version }
    const changed = changedBy(ctx)
    await updateRole(tx, { ...stored, retiredAt: isRetired ? changed.changedAt : null }, changed)
    await tellJournal(ctx, tx, isRetired ? 'role-retired' : 'role-taken-up', { key, detail: { names } })
  })
}

const changedBy = (ctx: Context) => ({
  tenantId: ctx.tenantId,
  changedAt: ctx.clock.now(),
  changedBy: ctx.actor.userId,
})

const changedMeanwhile = () => conflict('identity.role-changed-meanwhile')

async function getRoleToChange(
  ctx: Context,
  tx: Tx,
  { key, version }: { key: string; version: number },
): Promise<KnownRole> {
  const stored = await findRoleToChange(tx, key)
  const builtIn = CITY_ROLES.find((role) => role === key)
  const role = stored ? knownRole(stored) : builtIn && declaredRole(ctx, builtIn)
  if (!role) throw notFound('identity.role-missing')
  if (role.version !== version) throw changedMeanwhile()
  return role
}

function isDeclared(ctx: Context, { basis }: KnownRole, permissions: KnownRole['permissions']): boolean {
  const { gained, lost, rescoped } = permissionChanges(declaredRole(ctx, basis).permissions, permissions)
  return lost.length + Object.keys(gained).length + Object.keys(rescoped).length === 0
}

/**
 * @throws `identity.permission-unknown`, `identity.permission-of-administrators`, `identity.permission-of-another-basis`,
 * `identity.permission-not-limitable`, `identity.permission-only-for-unit`, `identity.reading-missing`
 */
function checkPermissions(
  ctx: Context,
  { basis, permissions }: Pick<KnownRole, 'basis' | 'permissions'>,
): void {
  const fault = permissionFault(tableOf(ctx), basis, permissions)
  if (!fault) return
  const { kind, ...details } = fault
  throw invalid(`identity.${kind}`, details)
}

/** No two roles look the same, and none of the city's own like a built-in one: who may do what is read from the name. */
async function checkNames(
  ctx: Context,
  tx: Tx,
  { key, names }: { key: string; names: NonNullable<KnownRole['names']> },
): Promise<void> {
  await lockRoleNames(tx, ctx.tenantId)
  const stored = (await listRoles(tx)).filter((role) => role.key !== key).map(knownRole)
  const catalogues = loadCatalogues([])
  for (const locale of LOCALES) {
    const wanted = skeleton(names[locale])
    const builtIn = ROLES.map((role) => catalogues[locale][`kernel.role.${role}`]!)
    const others = [...builtIn, ...stored.flatMap((role) => role.names?.[locale] ?? [])]
    const other = others.find((each) => skeleton(each) === wanted)
    if (other !== undefined) throw conflict('identity.role-name-taken', { name: names[locale], other })
  }
}

async function tellJournal(
  ctx: Context,
  tx: Tx,
  what: string,
  { key, detail }: { key: string; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await journal(tx, ctx, { action: `identity.${what}`, subject: { type: 'role', id: key }, detail })
}
