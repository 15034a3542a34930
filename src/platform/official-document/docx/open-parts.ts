import { unzipSync } from 'fflate'
import type { Parts } from './pack-docx.ts'

/** The parts of a document that we made ourselves; what somebody hands in goes through `openTemplate`. */
export const openParts = (docx: Uint8Array): Parts => unzipSync(docx)
