import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import { ROLES } from '../../kernel/permissions.ts'
import { createAccount, holdsPassword, listAccounts, newPassword } from '../../modules/identity/index.ts'
import { loadRegister } from '../../modules/units/index.ts'
import samples from './sample-roles.json' with { type: 'json' }

const SampleAccount = z.object({
  username: z.string(),
  role: z.enum(ROLES),
  name: z.string(),
  nameEn: z.string(),
  /** Key in the register. */
  unit: z.string().nullable(),
})

export interface SampleSignIn {
  username: string
  password: string
  name: string
  nameEn: string
}

/**
 * Makes one account for each role that is not there yet, with passwords of this data folder, and returns
 * those whose password still holds, to be printed. A pack without samples gets none.
 */
export async function sampleAccounts(
  ctx: Context,
  pack: string,
  dataFolder: string,
): Promise<SampleSignIn[]> {
  const wanted = z.record(z.string(), z.array(SampleAccount)).parse(samples)[pack] ?? []
  const present = new Set((await listAccounts(ctx)).map(({ username }) => username))
  const { ids } = await ctx.transaction(loadRegister)
  const passwords = await keepPasswords(join(dataFolder, 'sample-sign-ins.json'), wanted, present)
  const signIns: SampleSignIn[] = []
  for (const { username, role, name, nameEn, unit } of wanted) {
    const password = passwords[username]
    if (password === undefined) continue
    const unitId = unit === null ? null : (ids.get(unit) ?? null)
    if (!present.has(username)) await createAccount(ctx, { username, name, password, roles: [role], unitId })
    signIns.push({ username, password, name, nameEn })
  }
  const holds = await Promise.all(signIns.map((each) => holdsPassword(ctx, each.username, each.password)))
  return signIns.filter((_, index) => holds[index])
}

/** Written before the accounts are made, so that a start that is cut off leaves no account without its password. */
async function keepPasswords(
  file: string,
  wanted: readonly { username: string }[],
  present: ReadonlySet<string>,
): Promise<Record<string, string>> {
  const kept = await readPasswords(file)
  const missing = wanted.filter(({ username }) => !present.has(username) && kept[username] === undefined)
  if (missing.length === 0) return kept
  for (const { username } of missing) kept[username] = newPassword()
  await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return kept
}

async function readPasswords(file: string): Promise<Record<string, string>> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return {}
  }
}
