import type { Module } from '../../platform/module.ts'
import { planMail } from './delivery/plan-mail.ts'
import { sendMail } from './delivery/send-mail.ts'
import { sendWebhook } from './delivery/send-webhook.ts'
import { inboxRoutes } from './routes.ts'

export const inboxModule: Module = {
  name: 'inbox',
  layer: 'foundation',
  dependsOn: [],
  migrations: new URL('./migrations/', import.meta.url),
  messages: new URL('./', import.meta.url),
  permissions: {
    'inbox.configure': { officer: 'any' },
    // No role of the city delivers: the installation does, and sees for that what is addressed to anybody.
    'inbox.deliver': {},
  },
  routes: inboxRoutes,
  jobs: {
    'inbox.plan-mail': planMail,
    'inbox.send-mail': sendMail,
    'inbox.send-webhook': sendWebhook,
  },
}
