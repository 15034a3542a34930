import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { assignRole, takeRoleBack } from '../commands/roles/assign-role.ts'
import { changeRole, makeRole, retireRole } from '../commands/roles/change-role.ts'
import { listRoles } from '../queries/list-roles.ts'
import { readAccountHoldings } from '../queries/read-holdings.ts'
import { whoMay } from '../queries/who-may.ts'
import {
  AccountHoldings,
  AskWhoMay,
  ChangeRole,
  NewAssignment,
  NewRole,
  RetireRole,
  RoleKey,
  RoleMatrix,
  WhoMay,
} from '../schema/roles.ts'

const tags = ['roles']
const look = { permission: 'identity.list-accounts' }
const grant = { permission: 'identity.grant-roles' }
const Nothing = z.undefined()
const ofRole = z.object({ role: RoleKey })
const ofAccount = z.object({ accountId: z.uuid() })

/** Roles as data: what each gives, who holds which where, and who may do what. */
export function roleRoutes(app: HttpApp): void {
  app.get(
    '/api/roles',
    {
      config: look,
      schema: {
        operationId: 'listRoles',
        summary: 'Every role with its permissions, and what each permission can be given to',
        tags,
        response: { 200: RoleMatrix },
      },
    },
    ({ context }) => listRoles(context),
  )

  app.post(
    '/api/roles',
    {
      config: grant,
      schema: {
        operationId: 'makeRole',
        summary: 'Make a role of the city’s own in the place of a built-in one',
        tags,
        body: NewRole,
        response: { 201: z.object({ key: z.string() }) },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send({ key: await makeRole(context, body) }),
  )

  app.put(
    '/api/roles/:role',
    {
      config: grant,
      schema: {
        operationId: 'changeRole',
        summary: 'Change names and permissions of a role; those of administrators are fixed',
        tags,
        params: ofRole,
        body: ChangeRole,
        response: { 204: Nothing },
      },
    },
    async ({ context, params, body }, reply) => {
      await changeRole(context, params.role, body)
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/roles/:role/retirement',
    {
      config: grant,
      schema: {
        operationId: 'retireRole',
        summary: 'Take one of the city’s own roles out of use, or back into use',
        tags,
        params: ofRole,
        body: RetireRole,
        response: { 204: Nothing },
      },
    },
    async ({ context, params, body }, reply) => {
      await retireRole(context, params.role, body)
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/permission-holders',
    {
      config: look,
      schema: {
        operationId: 'whoMay',
        summary: 'Who holds a permission for a unit today, and through which role',
        tags,
        querystring: AskWhoMay,
        response: { 200: WhoMay },
      },
    },
    ({ context, query }) => whoMay(context, query),
  )

  app.get(
    '/api/accounts/:accountId/holdings',
    {
      config: look,
      schema: {
        operationId: 'readAccountHoldings',
        summary: 'The roles of an account with their units and days, and its delegations',
        tags,
        params: ofAccount,
        response: { 200: AccountHoldings },
      },
    },
    ({ context, params }) => readAccountHoldings(context, params.accountId),
  )

  app.post(
    '/api/accounts/:accountId/assignments',
    {
      config: grant,
      schema: {
        operationId: 'assignRole',
        summary: 'Give an account a role of the work at a unit, for some days or for good',
        tags,
        params: ofAccount,
        body: NewAssignment,
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send({ id: await assignRole(context, params.accountId, body) }),
  )

  app.delete(
    '/api/accounts/:accountId/assignments/:assignmentId',
    {
      config: grant,
      schema: {
        operationId: 'takeRoleBack',
        summary: 'Take a role back from an account',
        tags,
        params: ofAccount.extend({ assignmentId: z.uuid() }),
        response: { 204: Nothing },
      },
    },
    async ({ context, params }, reply) => {
      await takeRoleBack(context, params.accountId, params.assignmentId)
      return reply.code(204).send()
    },
  )
}
