// What the browser runs besides on pages where amounts of money are typed into tables.
import { MoneySums } from './money-sums.ts'

customElements.define('money-sums', MoneySums)
