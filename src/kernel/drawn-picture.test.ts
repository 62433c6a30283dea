import { execFileSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { pngOf } from './drawn-picture.ts'
import { productFolder } from './product.ts'

const folder = join(productFolder, '.tmp', `drawn-picture-${process.pid}`)
afterAll(() => rm(folder, { recursive: true, force: true }))

const saying = (text: string, weight = 400) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="'Talkoot Sans'"><rect width="200" height="40" fill="#fff"/><text x="5" y="30" font-size="24" font-weight="${weight}">${text}</text></svg>`

/** The rightmost column of a picture that has ink, and how much ink there is in all. */
async function inkOf(png: Buffer): Promise<{ width: number; ink: number }> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  let [width, ink] = [0, 0]
  for (let at = 0; at < data.length; at += info.channels) {
    if (data[at]! > 128) continue
    ink++
    width = Math.max(width, (at / info.channels) % info.width)
  }
  return { width, ink }
}

describe('a drawn picture', () => {
  it('is twice as fine as it measures', async () => {
    expect(await sharp(await pngOf(saying('a'))).metadata()).toMatchObject({
      width: 400,
      height: 80,
      format: 'png',
    })
  })

  it('has its letters drawn: wide ones are wide, strong ones are strong', async () => {
    const [thin, broad, strong, none] = await Promise.all(
      [saying('iiiii'), saying('WWWWW'), saying('WWWWW', 600), saying('')].map(async (svg) =>
        inkOf(await pngOf(svg)),
      ),
    )
    expect(none!.ink).toBe(0)
    expect(thin!.ink).toBeGreaterThan(100)
    // Five letters of 246 and 786 thousandths at 24 px, twice as fine, from 10.
    expect(Math.abs(thin!.width - (10 + 5 * 0.246 * 48))).toBeLessThan(8)
    expect(Math.abs(broad!.width - (10 + 5 * 0.786 * 48))).toBeLessThan(8)
    expect(strong!.ink).toBeGreaterThan(broad!.ink * 1.15)
  })

  it('has the same letters on a machine that has no fonts at all', async () => {
    await mkdir(folder, { recursive: true })
    const [script, fonts, out] = ['draw.mjs', 'fonts.conf', 'drawn.png'].map((name) => join(folder, name))
    await writeFile(fonts!, '<?xml version="1.0"?><fontconfig></fontconfig>')
    await build({
      stdin: {
        contents: `import { writeFile } from 'node:fs/promises'
          import { pngOf } from './drawn-picture.ts'
          await writeFile(process.argv[2], await pngOf(process.argv[3]))`,
        resolveDir: import.meta.dirname,
        loader: 'ts',
      },
      outfile: script!,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['sharp'],
      logLevel: 'silent',
    })
    const svg = saying('Häme 12 345,6 €')
    execFileSync(process.execPath, [script!, out!, svg], { env: { ...process.env, FONTCONFIG_FILE: fonts! } })
    expect(await inkOf(await sharp(out!).png().toBuffer())).toEqual(await inkOf(await pngOf(svg)))
  })
})
