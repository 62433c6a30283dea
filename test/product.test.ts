import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from './database.ts'
import { type Product, startProduct } from './product.ts'

let database: TestDatabase
let product: Product
beforeAll(async () => {
  database = await freshDatabase()
  product = await startProduct({ databaseUrl: database.connectionString })
})
afterAll(async () => {
  await product.stop()
  await database.drop()
})

test("the product starts on a database of one's own, answers, and ends in good order", async () => {
  expect((await fetch(`${product.url}/health`)).status).toBe(200)
  expect(await (await fetch(product.url)).text()).toContain('<html lang="fi"')
  expect(await product.stop()).toBe(0)
})
