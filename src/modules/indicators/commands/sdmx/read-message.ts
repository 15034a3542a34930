import type { ReadOutcome } from '../../rules/sdmx/read-outcome.ts'
import { readSdmxCsv } from '../../rules/sdmx/read-sdmx-csv.ts'
import { readSdmxJson } from '../../rules/sdmx/read-sdmx-json.ts'
import type { SdmxFormat } from '../../schema.ts'

/** Reads a message, whichever of the two forms it has; one without anything in it has that as its problem. */
export function readMessage(bytes: Uint8Array): { format: SdmxFormat; outcome: ReadOutcome } {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const problem = { code: 'indicators.sdmx-no-utf8', at: '', details: {} }
    return { format: 'csv', outcome: { observations: [], problems: [problem] } }
  }
  const isJson = IS_JSON.test(text)
  const outcome = isJson ? readSdmxJson(text) : readSdmxCsv(text)
  const isEmpty = outcome.observations.length + outcome.problems.length === 0
  const none = { code: 'indicators.sdmx-empty', at: '', details: {} }
  return { format: isJson ? 'json' : 'csv', outcome: isEmpty ? { ...outcome, problems: [none] } : outcome }
}

const IS_JSON = /^\s*[{[]/

/** Which form of message a file begins as; undefined for a table of any other kind. SDMX-CSV 2.0 begins with STRUCTURE. */
export function messageFormat(bytes: Uint8Array): SdmxFormat | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096))
  if (IS_JSON.test(start)) return 'json'
  return /^\ufeff?"?STRUCTURE(\[.\])?"?[,;\t]/.test(start) ? 'csv' : undefined
}
