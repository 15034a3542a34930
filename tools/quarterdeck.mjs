#!/usr/bin/env node
/** `npx quarterdeck …`: the command line on Node 24, in the folder where it was called. */
import { join } from 'node:path'
import { bootstrap, root, toolEnvironment } from './bootstrap.mjs'
import { runToEnd } from './bootstrap-run.mjs'

const node24 = await bootstrap()
const args = [join(root, 'src/apps/cli/main.ts'), ...process.argv.slice(2)]
process.exit(await runToEnd(node24, args, { env: toolEnvironment(node24) }))
