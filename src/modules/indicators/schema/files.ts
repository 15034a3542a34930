import { z } from 'zod'
import { AskComposite } from './composite.ts'
import { AskTable } from './league.ts'
import { AskPaceBoard } from './targets.ts'
import { AskComparison, AskUnitPage } from './unit-page.ts'

export const FileFormat = z.enum(['xlsx', 'csv'])
export type FileFormat = z.infer<typeof FileFormat>

const format = { format: FileFormat.default('xlsx') }

export const AskTableFile = AskTable.extend(format)
export const AskPaceFile = AskPaceBoard.extend(format)
/** All of them, not a page; `q`: only indicators with these words in code or name, as on screen. */
const NAMED = { ...format, q: z.string().max(200).optional() }
const PAGES = { points: true, page: true, pageSize: true } as const

export const AskUnitFile = AskUnitPage.omit(PAGES).extend(NAMED)
export const AskComparisonFile = AskComparison.omit(PAGES).extend(NAMED)
export const AskCompositeFile = AskComposite.extend(format)
export const AskPublicationFile = z.object(format)
