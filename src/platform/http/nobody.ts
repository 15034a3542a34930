import type { Actor } from '../../kernel/context.ts'

/** Acts before anybody is known: looks up a session, checks a password. No permission, no unit. */
export const nobody: Actor = {
  userId: '00000000-0000-0000-0000-000000000000',
  name: 'nobody',
  roles: [],
  unitId: null,
  grants: { permissions: {} },
}
