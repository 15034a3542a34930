import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { askForChange } from '../commands/administer/ask-for-change.ts'
import { decideChange } from '../commands/administer/decide-change.ts'
import {
  addAccount,
  changeAccountFacts,
  endAccountSessions,
  resetPassword,
  unlockAccount,
} from '../commands/administer/manage-account.ts'
import { listAccountChanges, listAccountPage } from '../queries/list-account-page.ts'
import {
  AccountFacts,
  AccountPage,
  AccountRoles,
  ChangeOutcome,
  NewAccount,
  WaitingChange,
} from '../schema/accounts.ts'

const tags = ['accounts']
const params = z.object({ accountId: z.uuid() })
const Nothing = z.undefined()

/** What the three administrators do with other people's accounts. */
export function accountRoutes(app: HttpApp): void {
  const manage = { permission: 'identity.manage-accounts' }

  app.get(
    '/api/accounts',
    {
      config: { permission: 'identity.list-accounts' },
      schema: {
        operationId: 'listAccounts',
        summary: 'The accounts by user name, fifty at a time',
        tags,
        querystring: z.object({
          words: z.string().max(60).default(''),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
        }),
        response: { 200: AccountPage },
      },
    },
    ({ context, query }) => listAccountPage(context, query),
  )

  app.post(
    '/api/accounts',
    {
      config: { ...manage, answerIsSecret: true },
      schema: {
        operationId: 'addAccount',
        summary: 'Add an account without a role; its first password is shown this once',
        tags,
        body: NewAccount,
        response: { 201: z.object({ id: z.uuid(), password: z.string() }) },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send(await addAccount(context, body)),
  )

  app.put(
    '/api/accounts/:accountId',
    {
      config: manage,
      schema: {
        operationId: 'changeAccount',
        summary: 'Change title and unit of an account',
        tags,
        params,
        body: AccountFacts,
        response: { 204: Nothing },
      },
    },
    async ({ context, params: { accountId }, body }, reply) => {
      await changeAccountFacts(context, accountId, body)
      return reply.code(204).send()
    },
  )

  app.put(
    '/api/accounts/:accountId/roles',
    {
      config: { permission: 'identity.grant-roles' },
      schema: {
        operationId: 'setAccountRoles',
        summary: 'Set the roles of an account; an administrator’s wait for another administrator',
        tags,
        params,
        body: AccountRoles,
        response: { 200: ChangeOutcome },
      },
    },
    async ({ context, params: { accountId }, body }) => {
      const roles = [...new Set(body.roles)]
      const change = { kind: 'set-roles' as const, accountId, roles, passwordHash: null }
      return { outcome: await askForChange(context, change) }
    },
  )

  app.post(
    '/api/accounts/:accountId/password',
    {
      config: { ...manage, answerIsSecret: true },
      schema: {
        operationId: 'resetPassword',
        summary: 'A new password, shown this once, to be changed at the next sign-in',
        tags,
        params,
        response: { 200: ChangeOutcome.extend({ password: z.string() }) },
      },
    },
    ({ context, params: { accountId } }) => resetPassword(context, accountId),
  )

  const changes = [
    ['disable', 'disableAccount', 'Close an account; its sessions end', 'identity.manage-accounts'],
    ['enable', 'enableAccount', 'Open a closed account again', 'identity.manage-accounts'],
    [
      'reset-second-factor',
      'resetSecondFactor',
      'Take the second factor off an account, for a lost phone',
      'identity.secure-accounts',
    ],
  ] as const
  for (const [kind, operationId, summary, permission] of changes) {
    app.post(
      `/api/accounts/:accountId/${kind}`,
      {
        config: { permission },
        schema: { operationId, summary, tags, params, response: { 200: ChangeOutcome } },
      },
      async ({ context, params: { accountId } }) => ({
        outcome: await askForChange(context, { kind, accountId, roles: null, passwordHash: null }),
      }),
    )
  }

  app.post(
    '/api/accounts/:accountId/unlock',
    {
      config: { permission: 'identity.secure-accounts' },
      schema: {
        operationId: 'unlockAccount',
        summary: 'Forget the wrong tries of an account',
        tags,
        params,
        response: { 204: Nothing },
      },
    },
    async ({ context, params: { accountId } }, reply) => {
      await unlockAccount(context, accountId)
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/accounts/:accountId/end-sessions',
    {
      config: { permission: 'identity.end-sessions' },
      schema: {
        operationId: 'endAccountSessions',
        summary: 'End every session of an account',
        tags,
        params,
        response: { 200: z.object({ ended: z.int() }) },
      },
    },
    async ({ context, params: { accountId } }) => ({ ended: await endAccountSessions(context, accountId) }),
  )

  app.get(
    '/api/account-changes',
    {
      config: { permission: 'identity.list-accounts' },
      schema: {
        operationId: 'listAccountChanges',
        summary: 'Changes of administrators’ accounts that wait for another administrator',
        tags,
        response: { 200: z.object({ changes: z.array(WaitingChange) }) },
      },
    },
    async ({ context }) => ({ changes: await listAccountChanges(context) }),
  )

  app.post(
    '/api/account-changes/:changeId/decision',
    {
      config: { permission: 'identity.confirm-changes' },
      schema: {
        operationId: 'decideAccountChange',
        summary: 'Confirm or refuse a change of an administrator’s account, or withdraw one’s own',
        tags,
        params: z.object({ changeId: z.uuid() }),
        body: z.object({ isConfirmed: z.boolean() }),
        response: { 204: Nothing },
      },
    },
    async ({ context, params: { changeId }, body }, reply) => {
      await decideChange(context, changeId, body.isConfirmed)
      return reply.code(204).send()
    },
  )
}
