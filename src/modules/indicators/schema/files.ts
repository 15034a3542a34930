import { z } from 'zod'
import { AskComposite } from './composite.ts'
import { AskTable } from './league.ts'
import { AskPaceBoard } from './targets.ts'
import { AskUnitPage } from './unit-page.ts'

export const FileFormat = z.enum(['xlsx', 'csv'])
export type FileFormat = z.infer<typeof FileFormat>

const format = { format: FileFormat.default('xlsx') }

export const AskTableFile = AskTable.extend(format)
export const AskPaceFile = AskPaceBoard.extend(format)
export const AskUnitFile = AskUnitPage.omit({ points: true, page: true, pageSize: true }).extend(format)
export const AskCompositeFile = AskComposite.extend(format)
export const AskPublicationFile = z.object(format)
