/** What the door lets in. Bytes of the file, UTF-16 units of its text, and what a container may unfold to. */
export interface IntakeLimits {
  readonly maxBytes: number
  readonly maxCharacters: number
  /** Total and largest inflated size of a zip container, and how often it may be larger than its file. */
  readonly maxInflatedBytes: number
  readonly maxInflationRatio: number
  readonly maxZipEntries: number
}

/** A city's year of meeting reports is about 1 MB of text; a scanned-in annex stays far below 20 MB. */
export const intakeLimits: IntakeLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxCharacters: 2_000_000,
  maxInflatedBytes: 100 * 1024 * 1024,
  maxInflationRatio: 200,
  maxZipEntries: 10_000,
}
