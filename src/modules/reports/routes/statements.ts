import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { acceptAbove } from '../commands/accept-above.ts'
import { addStatement } from '../commands/add-statement.ts'
import { correctStatement } from '../commands/correct-statement.ts'
import { decideStatement } from '../commands/decide-statement.ts'
import { splitStatement } from '../commands/split-statement.ts'
import { listStatements } from '../queries/list-statements.ts'
import { listVersions } from '../queries/list-versions.ts'
import {
  AcceptAbove,
  AcceptedAbove,
  AddStatement,
  CorrectStatement,
  DecideStatement,
  SplitStatement,
} from '../requests.ts'
import { Statement } from '../schema.ts'

const tags = ['reports']
const params = z.object({ id: z.uuid() })
const config = { permission: 'reports.accept' }
const Statements = z.object({ statements: z.array(Statement) })

/** What a report says, and what a person makes of it. */
export function statementRoutes(app: HttpApp): void {
  app.get(
    '/api/reports/:id/statements',
    {
      config: { permission: 'reports.read' },
      schema: {
        operationId: 'listStatements',
        summary: 'What a report says, in the order of its text',
        tags,
        params,
        response: { 200: Statements },
      },
    },
    async (request) => ({ statements: await listStatements(request.context, request.params.id) }),
  )

  app.post(
    '/api/reports/:id/statements',
    {
      config,
      schema: {
        operationId: 'addStatement',
        summary: 'Add a statement by selecting text',
        tags,
        params,
        body: AddStatement,
        response: { 201: Statement },
      },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await addStatement(context, params.id, body)),
  )

  app.post(
    '/api/reports/:id/accept-above',
    {
      config,
      schema: {
        operationId: 'acceptAbove',
        summary: 'Accept what is proposed at or above a confidence',
        tags,
        params,
        body: AcceptAbove,
        response: { 200: AcceptedAbove },
      },
    },
    ({ context, params, body }) => acceptAbove(context, params.id, body),
  )

  app.patch(
    '/api/statements/:id',
    {
      config,
      schema: {
        operationId: 'correctStatement',
        summary: 'Correct unit, subject, period or detail',
        tags,
        params,
        body: CorrectStatement,
        response: { 200: Statement },
      },
    },
    ({ context, params, body }) => correctStatement(context, params.id, body),
  )

  app.get(
    '/api/statements/:id/versions',
    {
      config: { permission: 'reports.read' },
      schema: {
        operationId: 'listStatementVersions',
        summary: 'What a statement said before each decision and correction, oldest first',
        tags,
        params,
        response: { 200: Statements },
      },
    },
    async (request) => ({ statements: await listVersions(request.context, request.params.id) }),
  )

  app.post(
    '/api/statements/:id/decide',
    {
      config,
      schema: {
        operationId: 'decideStatement',
        summary: 'Accept, reject or reopen',
        tags,
        params,
        body: DecideStatement,
        response: { 200: Statement },
      },
    },
    ({ context, params, body }) => decideStatement(context, params.id, body),
  )

  app.post(
    '/api/statements/:id/split',
    {
      config,
      schema: {
        operationId: 'splitStatement',
        summary: 'Split a statement that holds several matters',
        tags,
        params,
        body: SplitStatement,
        response: { 200: Statements },
      },
    },
    async ({ context, params, body }) => ({ statements: await splitStatement(context, params.id, body) }),
  )
}
