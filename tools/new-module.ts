/** `npm run new:module -- NAME LAYER`: a new room with the anatomy of STYLE.md, ready to be listed in src/apps/modules.ts. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** File name → content of a new module. */
export function moduleFiles(name: string, layer: string): Record<string, string> {
  const title = name[0]?.toUpperCase() + name.slice(1)
  return {
    'README.md': `# ${name}\n\nPurpose: one sentence on what the city does in this room.\n\n## Words\n\n## Invariants\n\n## Tables\n\nSchema \`${name}\`.\n\n## Depends on\n\n## Not its job\n`,
    'index.ts': `export { ${title} } from './schema.ts'\n`,
    'module.ts': `import type { Module } from '../../platform/module.ts'\n\nexport const ${name}Module: Module = {\n  name: '${name}',\n  layer: '${layer}',\n  dependsOn: [],\n  permissions: { '${name}.read': { officer: 'any', auditor: 'any' } },\n  messages: new URL('.', import.meta.url),\n}\n`,
    'schema.ts': `import { z } from 'zod'\n\nexport const ${title} = z.object({ id: z.uuid() })\nexport type ${title} = z.infer<typeof ${title}>\n`,
    'messages.zh-CN.json': '{}\n',
    'messages.en.json': '{}\n',
  }
}

function main(name: string | undefined, layer = 'records'): number {
  if (!name || !/^[a-z]+$/.test(name) || !['foundation', 'records', 'judgement'].includes(layer)) {
    console.error(
      'usage: npm run new:module -- NAME [foundation|records|judgement]; NAME is a plain noun in small letters',
    )
    return 2
  }
  const folder = join(fileURLToPath(new URL('../src/modules', import.meta.url)), name)
  if (existsSync(folder)) {
    console.error(`new:module: "${folder}" exists already; choose another name`)
    return 1
  }
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(moduleFiles(name, layer))) writeFileSync(join(folder, file), text)
  console.log(`made ${folder}; list ${name}Module in src/apps/modules.ts, then run npm run arch -- --write`)
  return 0
}

if (import.meta.main) process.exitCode = main(process.argv[2], process.argv[3])
