import type { FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { loadCatalogues } from '../i18n/index.ts'
import { failureOf } from './failure-of.ts'

const request = { id: 'r1', locale: 'zh-CN', headers: {}, routeOptions: { bodyLimit: 1 } } as FastifyRequest
const told = (message: string, code: string) => Object.assign(new Error(message), { code })

it('says that a permission is missing when row-level security refuses a write, and keeps other refusals as mistakes', () => {
  const refused = told('new row violates row-level security policy for table "alert_rule"', '42501')
  expect(failureOf(refused, request, loadCatalogues([]))).toMatchObject({
    status: 403,
    code: 'kernel.row-forbidden',
  })
  const trigger = told('The journal only grows: update on entry is refused', '42501')
  expect(failureOf(trigger, request, loadCatalogues([]))).toMatchObject({ status: 500 })
})
