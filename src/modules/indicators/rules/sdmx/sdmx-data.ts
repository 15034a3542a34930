/**
 * The shape of the city's observations in SDMX 3.0: four dimensions, one measure, and the attributes that a reader of
 * official statistics expects. Names are those of the SDMX cross-domain concepts.
 * Source: SDMX 3.0 information model; SDMX-CSV 2.0 and SDMX-JSON 2.0 (sdmx.org, sdmx-twg/sdmx-csv, sdmx-twg/sdmx-json).
 */
export const DIMENSIONS = ['FREQ', 'REF_AREA', 'INDICATOR'] as const
export const TIME = 'TIME_PERIOD'
export const MEASURE = 'OBS_VALUE'

export const AGENCY = 'QUARTERDECK'
export const STRUCTURE_ID = 'CITY_INDICATORS'
export const STRUCTURE_VERSION = '1.0.0'
export const DATAFLOW = `${AGENCY}:${STRUCTURE_ID}(${STRUCTURE_VERSION})`

export interface SdmxObservation {
  readonly indicator: string
  /** The unit's key in the register, `310115`. */
  readonly unit: string
  /** Canonical text of the period, `2024-01/2024-11`. */
  readonly period: string
  /** A decimal numeral, or null when withdrawn or not available. */
  readonly value: string | null
  readonly vintage: number | null
  readonly comment: string | null
}

/** What stands behind the codes of the dimensions. */
export interface SdmxNames {
  readonly indicators: ReadonlyMap<
    string,
    { readonly name: string; readonly nameEn: string | null; readonly unitOfMeasure: string }
  >
  readonly units: ReadonlyMap<string, { readonly name: string; readonly nameEn: string | null }>
}

/** How often: codelist CL_FREQ, with names in both languages. */
export const FREQUENCIES: Readonly<Record<string, { readonly name: string; readonly nameEn: string }>> = {
  A: { name: '年', nameEn: 'Annual' },
  S: { name: '半年', nameEn: 'Half-yearly' },
  Q: { name: '季', nameEn: 'Quarterly' },
  M: { name: '月', nameEn: 'Monthly' },
  W: { name: '周', nameEn: 'Weekly' },
  D: { name: '日', nameEn: 'Daily' },
}
