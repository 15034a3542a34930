import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { deleteLightRules } from '../commands/settings/delete-light-rules.ts'
import { saveCalendar } from '../commands/settings/save-calendar.ts'
import { saveLightRules } from '../commands/settings/save-light-rules.ts'
import { saveSettings } from '../commands/settings/save-settings.ts'
import { getCalendar } from '../queries/calendar-settings.ts'
import { getSettings } from '../queries/get-settings.ts'
import { getLightRules, listLightRules } from '../queries/light-rules-settings.ts'
import { previewLights } from '../queries/preview-settings.ts'
import {
  AskCalendar,
  CalendarYear,
  DeleteLightRules,
  LedgerSettingsState,
  LightEffect,
  LightRuleKey,
  LightRuleSetState,
  LightRuleSets,
  PreviewLights,
  Recounted,
  SaveCalendar,
  SaveLedgerSettings,
  SaveLightRules,
} from '../schema.ts'

const tags = ['ledger']
const reads = { permission: 'ledger.read' }
const writes = { permission: 'ledger.configure' }

/** How the ledger measures: settings, rule sets for lights, working days. */
export function settingsRoutes(app: HttpApp): void {
  app.get(
    '/api/ledger/settings',
    {
      config: reads,
      schema: {
        operationId: 'getLedgerSettings',
        summary: 'Limits, reminders and the rule set in force',
        tags,
        response: { 200: LedgerSettingsState },
      },
    },
    ({ context }) => getSettings(context),
  )

  app.put(
    '/api/ledger/settings',
    {
      config: writes,
      schema: {
        operationId: 'saveLedgerSettings',
        summary: 'Change limits, reminders or the rule set in force',
        tags,
        body: SaveLedgerSettings,
        response: { 200: Recounted },
      },
    },
    ({ context, body }) => saveSettings(context, body),
  )

  app.get(
    '/api/ledger/calendar',
    {
      config: reads,
      schema: {
        operationId: 'getWorkingCalendar',
        summary: 'A year as it is worked: national and local days',
        tags,
        querystring: AskCalendar,
        response: { 200: CalendarYear },
      },
    },
    ({ context, query }) => getCalendar(context, query),
  )

  app.put(
    '/api/ledger/calendar',
    {
      config: writes,
      schema: {
        operationId: 'saveWorkingCalendar',
        summary: 'Change the local days of a year, or complete a year that the national list lacks',
        tags,
        body: SaveCalendar,
        response: { 200: Recounted },
      },
    },
    ({ context, body }) => saveCalendar(context, body),
  )
  lightRuleRoutes(app)
}

function lightRuleRoutes(app: HttpApp): void {
  app.get(
    '/api/ledger/light-rules',
    {
      config: reads,
      schema: {
        operationId: 'listLightRules',
        summary: 'Rule sets for lights: shipped ones with their sources, and own ones',
        tags,
        response: { 200: LightRuleSets },
      },
    },
    ({ context }) => listLightRules(context),
  )

  app.post(
    '/api/ledger/light-rules/preview',
    {
      config: writes,
      schema: {
        operationId: 'previewLights',
        summary: 'How many running items would show another light under other rules or another calendar',
        tags,
        body: PreviewLights,
        response: { 200: LightEffect },
      },
    },
    ({ context, body }) => previewLights(context, body),
  )

  app.get(
    '/api/ledger/light-rules/:key',
    {
      config: reads,
      schema: {
        operationId: 'getLightRules',
        summary: 'One rule set for lights',
        tags,
        params: LightRuleKey,
        response: { 200: LightRuleSetState },
      },
    },
    ({ context, params }) => getLightRules(context, params.key),
  )

  app.put(
    '/api/ledger/light-rules/:key',
    {
      config: writes,
      schema: {
        operationId: 'saveLightRules',
        summary: 'Make or change a rule set of the city’s own',
        tags,
        params: LightRuleKey,
        body: SaveLightRules,
        response: { 200: Recounted },
      },
    },
    ({ context, params, body }) => saveLightRules(context, params.key, body),
  )

  app.delete(
    '/api/ledger/light-rules/:key',
    {
      config: writes,
      schema: {
        operationId: 'deleteLightRules',
        summary: 'Remove a rule set of the city’s own that is not in force',
        tags,
        params: LightRuleKey,
        querystring: DeleteLightRules,
        response: { 204: z.undefined() },
      },
    },
    async ({ context, params, query }, reply) => {
      await deleteLightRules(context, params.key, query.version)
      return reply.code(204).send()
    },
  )
}
