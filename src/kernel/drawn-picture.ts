import path from 'node:path'
import sharp from 'sharp'
import { shippedData } from './product.ts'

/** Letters of our own: a server may have no font at all, and then draws none (data/fonts). */
const fonts = [400, 600].map((weight) => path.join(shippedData, 'fonts', `talkoot-sans-${weight}.ttf`))

let lettersKnown: Promise<unknown> | undefined

/** Makes the fonts known to the library that draws: a text that is set in a font file leaves that file known to it. */
async function knowLetters(): Promise<void> {
  for (const fontfile of fonts)
    await sharp({ text: { text: 'a', font: 'Talkoot Sans', fontfile } })
      .png()
      .toBuffer()
}

/**
 * A drawn picture (SVG whose letters are of the family Talkoot Sans) as PNG, twice as fine as its own measures. In true
 * colour: counting out a palette takes five times as long and halves a file that is small as it is.
 */
export async function pngOf(svg: string): Promise<Buffer> {
  lettersKnown ??= knowLetters()
  await lettersKnown
  return sharp(Buffer.from(svg), { density: 144 }).png().toBuffer()
}
