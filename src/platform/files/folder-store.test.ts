import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../testing/index.ts'
import type { FileStore } from './file-store.ts'
import { createFolderStore } from './folder-store.ts'
import { filesOf, receiveFile } from './index.ts'

const TENANT = '00000000-0000-7000-8000-000000000001'
const OTHER = '00000000-0000-7000-8000-000000000002'

const text = (content: string) => new TextEncoder().encode(content)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let folder: string
let store: FileStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-store-'))
  store = createFolderStore({ folder, maxBytes: 1000 })
})
afterAll(() => rm(folder, { recursive: true }))

const pathOf = (sha256: string, tenant = TENANT) => join(folder, tenant, sha256.slice(0, 2), sha256)
const incoming = () => readdir(join(folder, TENANT, 'incoming'))

async function* chunks(...parts: readonly string[]) {
  for (const part of parts) yield text(part)
}

describe('A folder of files', () => {
  it('keeps each content once, under its hash, for this user alone', async () => {
    const whole = text('督查报告第一段，第二段')
    const stored = await store.put(TENANT, chunks('督查报告', '第一段，第二段'))
    expect(stored).toEqual({ sha256: hashOf(whole), bytes: whole.length })
    expect(await store.put(TENANT, whole)).toEqual(stored)
    expect(new Uint8Array(await readFile(pathOf(stored.sha256)))).toEqual(whole)
    expect((await stat(pathOf(stored.sha256))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, TENANT))).mode & 0o777).toBe(0o700)
    expect(await incoming()).toEqual([])
    expect(new Uint8Array(await buffer(await store.open(TENANT, stored, { verifyHash: true })))).toEqual(
      whole,
    )
  })

  it('has nothing of an upload that was interrupted', async () => {
    async function* broken() {
      yield text('the first half')
      throw new Error('the line went dead')
    }
    await expect(store.put(TENANT, broken())).rejects.toThrow('the line went dead')
    expect(await incoming()).toEqual([])
    const lost = { sha256: hashOf(text('the first half')), bytes: 14 }
    await expect(store.open(TENANT, lost)).rejects.toMatchObject({ code: 'platform.file-lost' })
  })

  it('stops at the limit, and takes nothing that is empty', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given += 100
        yield text('a'.repeat(100))
      }
    }
    await expect(store.put(TENANT, endless())).rejects.toMatchObject({ code: 'platform.file-over-limit' })
    expect(given).toBe(1100)
    await expect(store.put(TENANT, chunks())).rejects.toMatchObject({ code: 'platform.file-empty' })
    expect(await incoming()).toEqual([])
  })

  it('finds a file that was cut short at once, one that was changed when asked, and is mended by the same again', async () => {
    const stored = await store.put(TENANT, text('the numbers are good'))
    await writeFile(pathOf(stored.sha256), 'the numbers are bad.')
    await expect(store.open(TENANT, stored, { verifyHash: true })).rejects.toMatchObject({
      code: 'platform.file-altered',
    })
    await writeFile(pathOf(stored.sha256), 'the numbers')
    await expect(store.open(TENANT, stored)).rejects.toMatchObject({ code: 'platform.file-altered' })
    await store.put(TENANT, text('the numbers are good'))
    expect(await buffer(await store.open(TENANT, stored, { verifyHash: true }))).toHaveLength(20)
  })

  it('keeps tenants apart, and takes neither tenant nor hash for a path', async () => {
    const stored = await store.put(TENANT, text('for one tenant'))
    await expect(store.open(OTHER, stored)).rejects.toMatchObject({ code: 'platform.file-lost' })
    await expect(store.open(TENANT, { sha256: '../../secret', bytes: 1 })).rejects.toThrow('no SHA-256')
    await expect(store.put('../x', text('x'))).rejects.toThrow("no tenant's id")
  })

  it('clears away what a process that died left a day ago, and nothing younger', async () => {
    const [old, young] = ['old', 'young'].map((name) => join(folder, TENANT, 'incoming', name))
    await writeFile(old!, 'x')
    await writeFile(young!, 'x')
    const yesterday = (await stat(young!)).mtimeMs / 1000 - 90_000
    await utimes(old!, yesterday, yesterday)
    await store.sweep([TENANT])
    expect(await incoming()).toEqual(['young'])
  })
})

describe('The files of a city', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city?.close())

  it('are received, and read back by whoever has a context of it', async () => {
    const bytes = text('编号,期限\n1,2024-03-31\n')
    const received = await receiveFile(city.as('officer'), { fileName: 'C:\\台账.csv', bytes })
    expect(received).toEqual({
      fileName: '台账.csv',
      type: 'csv',
      mediaType: 'text/csv',
      sha256: hashOf(bytes),
      bytes: bytes.length,
    })
    const opened = await filesOf(city.as('auditor')).open(received, { verifyHash: true })
    expect(new Uint8Array(await buffer(opened))).toEqual(bytes)
  })

  it('have nothing of a file that was refused', async () => {
    const bytes = text('#!/bin/sh\n')
    const refused = receiveFile(city.as('officer'), { fileName: 'a.txt', bytes })
    await expect(refused).rejects.toMatchObject({ code: 'platform.file-type' })
    const asked = filesOf(city.as('officer')).open({ sha256: hashOf(bytes), bytes: bytes.length })
    await expect(asked).rejects.toMatchObject({ code: 'platform.file-lost' })
  })
})
