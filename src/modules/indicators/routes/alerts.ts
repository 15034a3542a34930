import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { assignAlert } from '../commands/alerts/assign-alert.ts'
import { defineAlertRule } from '../commands/alerts/define-alert-rule.ts'
import { alertToLedger, dismissAlert } from '../commands/alerts/settle-alert.ts'
import { findAlerts, getAlert, listAlertOwners, listAlertRules } from '../queries/alerts/alerts.ts'
import {
  Alert,
  AlertOwners,
  AlertPage,
  AlertRules,
  AlertRuleView,
  AlertToLedger,
  AssignAlert,
  DefineAlertRule,
  DismissAlert,
  ListAlerts,
  RuleKey,
} from '../schema/alerts.ts'

const tags = ['indicators']
const config = { permission: 'indicators.read' }
const settles = { permission: 'indicators.alert' }
const params = z.object({ id: z.uuid() })

/** What somebody should look at, by rule, each cause once. */
export function alertRoutes(app: HttpApp): void {
  app.get(
    '/api/alert-rules',
    {
      config,
      schema: {
        operationId: 'listAlertRules',
        summary: 'The rules by which alerts are raised, with their owners',
        tags,
        response: { 200: AlertRules },
      },
    },
    ({ context }) => listAlertRules(context),
  )

  app.put(
    '/api/alert-rules/:key',
    {
      config: { permission: 'indicators.define' },
      schema: {
        operationId: 'defineAlertRule',
        summary: 'Define an alert rule, change one, or switch it off',
        tags,
        params: z.object({ key: RuleKey }),
        body: DefineAlertRule,
        response: { 200: AlertRuleView },
      },
    },
    ({ context, params: { key }, body }) => defineAlertRule(context, key, body),
  )

  app.get(
    '/api/alert-owners',
    {
      config: settles,
      schema: {
        operationId: 'listAlertOwners',
        summary: 'The accounts that an alert may be given to, by title and role',
        tags,
        response: { 200: AlertOwners },
      },
    },
    ({ context }) => listAlertOwners(context),
  )

  app.get(
    '/api/alerts',
    {
      config,
      schema: {
        operationId: 'listAlerts',
        summary: 'Alerts, newest first',
        tags,
        querystring: ListAlerts,
        response: { 200: AlertPage },
      },
    },
    ({ context, query }) => findAlerts(context, query),
  )

  app.get(
    '/api/alerts/:id',
    {
      config,
      schema: { operationId: 'getAlert', summary: 'One alert', tags, params, response: { 200: Alert } },
    },
    ({ context, params: { id } }) => getAlert(context, id),
  )

  app.post(
    '/api/alerts/:id/dismiss',
    {
      config: settles,
      schema: {
        operationId: 'dismissAlert',
        summary: 'Put an alert aside with a reason',
        tags,
        params,
        body: DismissAlert,
        response: { 200: Alert },
      },
    },
    ({ context, params: { id }, body }) => dismissAlert(context, id, body),
  )

  app.post(
    '/api/alerts/:id/owner',
    {
      config: settles,
      schema: {
        operationId: 'assignAlert',
        summary: 'Hand an open alert over to an account or a role, who are told',
        tags,
        params,
        body: AssignAlert,
        response: { 200: Alert },
      },
    },
    ({ context, params: { id }, body }) => assignAlert(context, id, body),
  )

  app.post(
    '/api/alerts/:id/item',
    {
      config: settles,
      schema: {
        operationId: 'alertToLedger',
        summary: 'Make an alert an item of the ledger, once',
        tags,
        params,
        body: AlertToLedger,
        response: { 200: Alert },
      },
    },
    ({ context, params: { id }, body }) => alertToLedger(context, id, body),
  )
}
