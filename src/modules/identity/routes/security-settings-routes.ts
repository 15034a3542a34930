import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { changeSecuritySettings } from '../commands/administer/change-security-settings.ts'
import { readSettings } from '../read-settings.ts'
import { SecuritySettings } from '../rules/security-settings.ts'

export function securitySettingsRoutes(app: HttpApp): void {
  app.get(
    '/api/security-settings',
    {
      config: { permission: 'identity.list-accounts' },
      schema: {
        operationId: 'getSecuritySettings',
        summary: 'Rules for passwords, sessions, second factor and tokens',
        tags: ['accounts'],
        response: { 200: SecuritySettings },
      },
    },
    ({ context }) => context.transaction(readSettings),
  )

  app.put(
    '/api/security-settings',
    {
      config: { permission: 'identity.secure-accounts' },
      schema: {
        operationId: 'changeSecuritySettings',
        summary: 'Set the rules for passwords, sessions, second factor and tokens',
        tags: ['accounts'],
        body: SecuritySettings,
        response: { 204: z.undefined() },
      },
    },
    async ({ context, body }, reply) => {
      await changeSecuritySettings(context, body)
      return reply.code(204).send()
    },
  )
}
