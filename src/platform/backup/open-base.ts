import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { conflict, invalid, notFound } from '../../kernel/errors.ts'
import { planMigrations, readMigrations } from '../database/index.ts'
import type { Module } from '../module.ts'
import { BASE_FORMAT, BASE_MANIFEST, BaseManifest } from './base-manifest.ts'

/**
 * Reads what a base backup says of itself and holds every file against it, before anything is written anywhere.
 * @throws `platform.backup-not-found`, `platform.backup-damaged`, `platform.backup-too-new`
 */
export async function openBase(folder: string, modules: readonly Module[]): Promise<BaseManifest> {
  const text = await readFile(join(folder, BASE_MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw notFound('platform.backup-not-found', { file: join(folder, BASE_MANIFEST), reason: error.code })
  })
  const manifest = readManifest(text)
  const known = await readMigrations(modules)
  const unknown = manifest.migrations.find(
    ({ module, number }) => !known.some((own) => own.module === module && own.number === number),
  )
  if (unknown) throw conflict('platform.backup-too-new', { version: manifest.quarterdeck })
  planMigrations(known, manifest.migrations)
  for (const { path, sha256 } of manifest.files)
    if (hashOf(join(folder, path)) !== sha256) throw damaged(path)
  return manifest
}

function readManifest(text: string): BaseManifest {
  try {
    const value = JSON.parse(text) as { format?: number; quarterdeck?: string }
    if (value.format !== BASE_FORMAT)
      throw conflict('platform.backup-too-new', { version: value.quarterdeck ?? '?' })
    return BaseManifest.parse(value)
  } catch (error) {
    if ((error as { kind?: string }).kind) throw error
    throw damaged(BASE_MANIFEST)
  }
}

function hashOf(path: string): string | undefined {
  try {
    // A segment of a table is a gigabyte at most; the files of a cluster are many and small.
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return undefined
  }
}

const damaged = (reason: string) => invalid('platform.backup-damaged', { reason })
