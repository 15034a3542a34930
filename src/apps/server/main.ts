import { loadSentences } from '../load-sentences.ts'
import { runServer } from './run-server.ts'

runServer(loadSentences())
