import type { HttpApp } from '../../platform/module.ts'
import { markRead } from './commands/mark-read.ts'
import { savePreferences } from './commands/save-preferences.ts'
import { saveWebhook } from './commands/save-webhook.ts'
import { getPreferences } from './queries/get-preferences.ts'
import { getWebhook } from './queries/get-webhook.ts'
import { listMessages } from './queries/list-messages.ts'
import {
  ListMessages,
  MarkRead,
  MessagePage,
  Preferences,
  SavePreferences,
  SaveWebhook,
  Unread,
  Webhook,
} from './schema.ts'

const tags = ['inbox']

/** The HTTP routes of this module. */
export function inboxRoutes(app: HttpApp): void {
  app.get(
    '/api/inbox',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'listMessages',
        summary: 'What the signed-in person was told, the newest first',
        tags,
        querystring: ListMessages,
        response: { 200: MessagePage },
      },
    },
    ({ context, query }) => listMessages(context, query),
  )

  app.post(
    '/api/inbox/read',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'markRead',
        summary: 'Mark own messages as read',
        tags,
        body: MarkRead,
        response: { 200: Unread },
      },
    },
    ({ context, body }) => markRead(context, body),
  )

  app.get(
    '/api/inbox/preferences',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'getPreferences',
        summary: 'How the signed-in person wants to be told',
        tags,
        response: { 200: Preferences },
      },
    },
    ({ context }) => getPreferences(context),
  )

  app.put(
    '/api/inbox/preferences',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'savePreferences',
        summary: 'Choose how to be told',
        tags,
        body: SavePreferences,
        response: { 200: Preferences },
      },
    },
    ({ context, body }) => savePreferences(context, body),
  )

  app.get(
    '/api/inbox/webhook',
    {
      config: { permission: 'inbox.configure' },
      schema: {
        operationId: 'getWebhook',
        summary: 'Where the own systems of the city are told; without the secret',
        tags,
        response: { 200: Webhook },
      },
    },
    ({ context }) => getWebhook(context),
  )

  app.put(
    '/api/inbox/webhook',
    {
      config: { permission: 'inbox.configure' },
      schema: {
        operationId: 'saveWebhook',
        summary: 'Set where the own systems of the city are told',
        tags,
        body: SaveWebhook,
        response: { 200: Webhook },
      },
    },
    ({ context, body }) => saveWebhook(context, body),
  )
}
