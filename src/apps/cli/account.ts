import { text as readAll } from 'node:stream/consumers'
import type { Command } from 'commander'
import { invalid, notFound } from '../../kernel/errors.ts'
import { ROLES, type Role } from '../../kernel/permissions.ts'
import { CreateAccount, createAccount, newPassword } from '../../modules/identity/index.ts'
import { loadRegister } from '../../modules/units/index.ts'
import { chooseTenants } from './choose-tenant.ts'
import type { Shell } from './shell.ts'
import { withInstallation } from './with-installation.ts'

interface Options {
  username: string
  name: string
  role: string[]
  unit?: string
  tenant?: string
  json?: boolean
}

/** `quarterdeck account create`: a password piped in is used and not printed. */
export function registerAccount(program: Command, shell: Shell): void {
  const { text } = shell
  program
    .command('account')
    .description(text('cli.account'))
    .command('create')
    .description(text('cli.account-create'))
    .requiredOption('--username <username>', text('cli.option-username'))
    .requiredOption('--name <title>', text('cli.option-name'))
    .requiredOption('--role <role...>', text('cli.option-role', { roles: ROLES }))
    .option('--unit <key>', text('cli.option-unit'))
    .option('--tenant <key>', text('cli.option-tenant'))
    .option('--json', text('cli.option-json'))
    .addHelpText('after', `\n${text('cli.account-create-help')}`)
    .action(async (options: Options) => {
      const given = process.stdin.isTTY ? '' : (await readAll(process.stdin)).replace(/\r?\n$/, '')
      const password = given || newPassword()
      const account = await create(options, password)
      const shown = given ? {} : { password }
      if (options.json) return shell.printJson({ ...account, ...shown })
      shell.print(text('cli.account-created', { username: account.username, name: account.name }))
      if (!given) shell.print(text('cli.account-password', { password }))
    })
}

function create(options: Options, password: string) {
  const { username, name, role } = options
  const roles = role.map(parseRole)
  const parsed = CreateAccount.safeParse({ username, name, password, roles, unitId: null })
  if (!parsed.success) {
    const isUsername = parsed.error.issues.some(({ path }) => path[0] === 'username')
    throw isUsername ? invalid('cli.malformed-username', { username }) : invalid('cli.malformed-name')
  }
  return withInstallation(async (installation) => {
    const [tenant, another] = await chooseTenants(installation, options.tenant)
    if (another) throw invalid('cli.several-tenants', { available: [tenant!.key, another.key] })
    const ctx = installation.asSystem(tenant!.id)
    const unitId = options.unit === undefined ? null : await findUnitId(ctx, options.unit)
    return createAccount(ctx, { ...parsed.data, unitId, mustChangePassword: true })
  })
}

function parseRole(role: string): Role {
  const known = ROLES.find((each) => each === role)
  if (!known) throw invalid('cli.unknown-role', { role, available: ROLES })
  return known
}

async function findUnitId(ctx: Parameters<typeof createAccount>[0], key: string): Promise<string> {
  const { ids } = await ctx.transaction(loadRegister)
  const id = ids.get(key)
  if (id === undefined) throw notFound('cli.no-unit', { unit: key })
  return id
}
