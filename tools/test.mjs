/** `npm test`: installs what is missing, then runs the gate (`npm run ok`), whose last lines are the test runner's. */
import { join } from 'node:path'
import { bootstrap, root, toolEnvironment } from './bootstrap.mjs'
import { browserEnvironment } from './bootstrap-browser.mjs'
import { officeEnvironment } from './bootstrap-office.mjs'
import { runToEnd } from './bootstrap-run.mjs'

const node24 = await bootstrap()
const env = toolEnvironment(node24, { ...browserEnvironment(), ...officeEnvironment() })
process.exit(
  await runToEnd(node24, [join(root, 'tools/ok.mjs'), ...process.argv.slice(2)], { env, cwd: root }),
)
