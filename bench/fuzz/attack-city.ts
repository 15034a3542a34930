import { verifyJournal } from '../../src/platform/journal/index.ts'
import { runApi } from './run-api.ts'
import { runImporters } from './run-importers.ts'
import { closeConnections } from './send.ts'

/** What is done to a city with a server. */
export const attackCity = { runApi, runImporters, closeConnections, verifyJournal }
