import { inflateRawSync } from 'node:zlib'
import { invalid } from '../../../../kernel/errors.ts'
import type { IntakeLimits } from '../limits.ts'
import { readCentralDirectory, type ZipEntry } from './read-central-directory.ts'

/** A zip container that unfolds nothing before it is asked, and never more than it declared. */
export interface OpenZip {
  readonly names: readonly string[]
  /** The inflated bytes of an entry, undefined when there is none of that name. */
  read(name: string): Uint8Array | undefined
}

/**
 * Opens a zip after weighing it: the central directory's totals are held against the limits first, then every entry
 * is inflated into no more than what it declared, so a directory that lies gains nothing.
 * Throws `reports.zip-entries`, `reports.zip-bomb`, `reports.zip-ratio`, `reports.password`, `reports.damaged-file`.
 */
export function openZip(bytes: Uint8Array, limits: IntakeLimits): OpenZip {
  const entries = readCentralDirectory(bytes, limits.maxZipEntries)
  const inflated = entries.reduce((sum, entry) => sum + entry.inflatedSize, 0)
  if (inflated > limits.maxInflatedBytes) throw bomb(inflated, limits)
  if (inflated > 1024 * 1024 && inflated > bytes.length * limits.maxInflationRatio)
    throw invalid('reports.zip-ratio', {
      megabytes: Math.ceil(inflated / 1024 / 1024),
      ratio: Math.floor(inflated / bytes.length),
      limit: limits.maxInflationRatio,
    })
  if (entries.some((entry) => entry.isEncrypted)) throw invalid('reports.password')
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: entries.map((entry) => entry.name),
    read: (name) => {
      const entry = byName.get(name)
      return entry && inflate(bytes, entry, limits)
    },
  }
}

function inflate(bytes: Uint8Array, entry: ZipEntry, limits: IntakeLimits): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    throw damaged(entry)
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packedSize)
  if (packed.length !== entry.packedSize) throw damaged(entry)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw damaged(entry)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.inflatedSize) })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw code === 'ERR_BUFFER_TOO_LARGE' ? bomb(entry.inflatedSize, limits) : damaged(entry)
  }
}

const damaged = (entry: ZipEntry) => invalid('reports.damaged-file', { part: entry.name.slice(0, 200) })
const bomb = (inflated: number, limits: IntakeLimits) =>
  invalid('reports.zip-bomb', {
    megabytes: Math.ceil(inflated / 1024 / 1024),
    limitMegabytes: Math.floor(limits.maxInflatedBytes / 1024 / 1024),
  })
