import type { ZipLimits } from '../../../platform/zip/index.ts'

/** What the door lets in. Bytes of the file, UTF-16 units of its text, and what a container may unfold to. */
export interface IntakeLimits extends ZipLimits {
  readonly maxBytes: number
  readonly maxCharacters: number
}

/** A city's year of meeting reports is about 1 MB of text; a scanned-in annex stays far below 20 MB. */
export const intakeLimits: IntakeLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxCharacters: 2_000_000,
  maxInflatedBytes: 100 * 1024 * 1024,
  maxInflationRatio: 200,
  maxZipEntries: 10_000,
}
