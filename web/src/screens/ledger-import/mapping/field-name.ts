import { FIELD_COLUMNS } from '../../../../../src/modules/ledger/rules/sheet/sheet-field.ts'
import type { SheetField } from '../../../api/sheets.ts'
import type { Locale } from '../../../i18n/locale.ts'

/** The fields in the order of an export. */
export const SHEET_FIELDS = Object.keys(FIELD_COLUMNS) as SheetField[]

/** A field as an export names it. */
export function fieldName(locale: Locale, field: SheetField): string {
  const { heading, headingEn } = FIELD_COLUMNS[field]
  return locale === 'en' ? headingEn : heading
}
