// Writes PERMISSIONS.md from the rules of the actions: npm run permissions
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const outfile = path.join(root, 'build', `.permissions.${process.pid}.mjs`)
await build({
  absWorkingDir: root,
  stdin: {
    contents: `
      import { permissionDocument } from './src/modules/people/index.ts'
      import { modules, permissionsOf } from './src/modules.ts'
      export const document = permissionDocument(permissionsOf(modules))`,
    resolveDir: root,
  },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
})
try {
  const { document } = await import(outfile)
  await writeFile(path.join(root, 'PERMISSIONS.md'), document)
} finally {
  await rm(outfile, { force: true })
}
