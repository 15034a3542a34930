import type { SheetImport, useSheetSteps } from '../../../api/sheets.ts'
import { HeadingFields } from '../../../ui/sheet/heading-fields.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { OptionFields } from './option-fields.tsx'
import type { MappingDraft } from './use-mapping-draft.ts'

interface MappingPanelProps {
  sheet: SheetImport
  mapping: MappingDraft
  propose: ReturnType<typeof useSheetSteps>['propose']
}

/** Which rows are the heading, which column holds what, and how the rows are read. */
export function MappingPanel({ sheet, mapping, propose }: MappingPanelProps) {
  return (
    <>
      <HeadingFields sheet={sheet} propose={propose} />
      <ColumnsTable columns={sheet.columns} mapping={mapping} />
      <OptionFields mapping={mapping} />
    </>
  )
}
