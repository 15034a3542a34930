import { inflateRawSync } from 'node:zlib'
import { invalid } from '../../kernel/errors.ts'
import { damagedEntry, type PackedEntry, packedBytes } from './packed-bytes.ts'
import { readCentralDirectory, type ZipEntry } from './read-central-directory.ts'

/** What a container may hold and unfold to. */
export interface ZipLimits {
  readonly maxZipEntries: number
  readonly maxInflatedBytes: number
  /** How often the inflated total may be larger than the file; looked at from 1 MB on. */
  readonly maxInflationRatio: number
}

/** A zip container that unfolds nothing before it is asked, and never more than it declared. */
export interface OpenZip {
  readonly names: readonly string[]
  /** The inflated bytes of an entry, undefined when there is none of that name. */
  read(name: string): Uint8Array | undefined
  /** The same entry without inflating it. */
  packed(name: string): PackedEntry | undefined
}

/**
 * Opens a zip after weighing it: the central directory's totals are held against the limits first, then every entry
 * is inflated into no more than what it declared, so a directory that lies gains nothing.
 * Throws `platform.zip-entries`, `platform.zip-bomb`, `platform.zip-ratio`, `platform.zip-encrypted`, `platform.zip-damaged`.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): OpenZip {
  const entries = readCentralDirectory(bytes, limits.maxZipEntries)
  const inflated = entries.reduce((sum, entry) => sum + entry.inflatedSize, 0)
  if (inflated > limits.maxInflatedBytes) throw bomb(inflated, limits)
  if (inflated > 1024 * 1024 && inflated > bytes.length * limits.maxInflationRatio)
    throw invalid('platform.zip-ratio', {
      megabytes: Math.ceil(inflated / 1024 / 1024),
      ratio: Math.floor(inflated / bytes.length),
      limit: limits.maxInflationRatio,
    })
  if (entries.some((entry) => entry.isEncrypted)) throw invalid('platform.zip-encrypted')
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const packed = (name: string) => {
    const entry = byName.get(name)
    return entry && packedBytes(bytes, entry)
  }
  return {
    names: entries.map((entry) => entry.name),
    read: (name) => {
      const entry = byName.get(name)
      return entry && inflate(packedBytes(bytes, entry), entry, limits)
    },
    packed,
  }
}

function inflate({ method, bytes }: PackedEntry, entry: ZipEntry, limits: ZipLimits): Uint8Array {
  if (method === 'stored') return bytes
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, entry.inflatedSize) })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw code === 'ERR_BUFFER_TOO_LARGE' ? bomb(entry.inflatedSize, limits) : damagedEntry(entry)
  }
}

const bomb = (inflated: number, limits: ZipLimits) =>
  invalid('platform.zip-bomb', {
    megabytes: Math.ceil(inflated / 1024 / 1024),
    limitMegabytes: Math.floor(limits.maxInflatedBytes / 1024 / 1024),
  })
