import type { Context } from '../../kernel/context.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { HttpApp } from '../../platform/module.ts'
import { createAccount } from './commands/create-account.ts'
import { Session } from './schema.ts'

export const TEST_PASSWORD = 'correct horse battery'

interface Person {
  username?: string
  role: Role
  unitId?: string | null
}

/** An account of the role, made by the command line's actor. */
export async function addAccount(system: Context, { username, role, unitId = null }: Person) {
  const input = { username: username ?? role, name: `测试${role}`, password: TEST_PASSWORD, unitId }
  return createAccount(system, { ...input, roles: [role] })
}

export interface SignedInBrowser {
  session: Session
  /** What a browser of ours sends with every write. */
  headers: Record<string, string>
}

/** Signs in over HTTP as the screens do. */
export async function signInOver(
  app: HttpApp,
  username: string,
  from: Record<string, string> = {},
): Promise<SignedInBrowser> {
  const payload = { username, password: TEST_PASSWORD }
  const response = await app.inject({ method: 'POST', url: '/api/session', payload, headers: from })
  if (response.statusCode !== 200)
    throw new Error(`Sign-in answered ${response.statusCode}: ${response.body}`)
  const session = Session.parse(response.json())
  const [cookie] = response.cookies
  return {
    session,
    headers: { cookie: `${cookie!.name}=${cookie!.value}`, 'x-csrf-token': session.csrfToken },
  }
}
