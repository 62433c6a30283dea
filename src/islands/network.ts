// What the browser runs besides where the network is drawn.
import { NetworkMap } from './network-map.ts'

customElements.define('network-map', NetworkMap)
