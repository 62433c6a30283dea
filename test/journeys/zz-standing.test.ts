import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { openRegion } from './region.ts'

it('stands', { timeout: 4_000_000 }, async () => {
  const personal = `Koodi;Hankkeen nimi;Toteuttaja;Alkaa;Päättyy;Myönnetty tuki\nY1;Kutomon laajennus;Tmi Aino Kivinen-Salo;1.2.2015;31.12.2016;1000\n`
  const region = await openRegion({ lists: { 'yrittajat.csv': personal } })
  const bare = await openRegion({ bare: true })
  writeFileSync(
    '/tmp/jshots/standing.json',
    JSON.stringify({
      full: region.product.url,
      bare: bare.product.url,
      token: bare.product.output(),
      db: bare.database.connectionString,
    }),
  )
  await new Promise((done) => setTimeout(done, 3_900_000))
})
