// Draws finland-nuts3.json from GISCO's NUTS 3 boundaries: node data/geometry/make.mjs NUTS3.geojson
// The polygons of the origin were simplified one by one, so neighbours disagree about their border by a hair.
// Here they are sewn together first and thinned as shared arcs after, so no slivers are left.
import { readFileSync, writeFileSync } from 'node:fs'
import { geoConicConformal } from 'd3-geo'

const width = 400
const height = 680
const sewing = 0.6 // px: a neighbour's corner this near an edge belongs to that edge
const flat = 1.1 // px²: a corner whose triangle is smaller than this is left out
const islet = 2.2 // px²: islands smaller than this are left out (a region always keeps its largest part)
const cell = 8 // px: the grid that finds near corners

const input = process.argv[2]
if (!input) throw new Error('usage: node data/geometry/make.mjs NUTS3.geojson')
const { features } = JSON.parse(readFileSync(input, 'utf8'))
const labels = JSON.parse(readFileSync(new URL('labels.json', import.meta.url), 'utf8'))

const regions = project(features)
sew(regions)
const corners = neighbourhood(regions)
const arcs = new Map()
const drawn = regions
  .map(({ code, rings }) => ({ code, ...labels[code], path: rings.map((ring) => draw(thinRing(ring))).join('') }))
  .sort((a, b) => a.code.localeCompare(b.code))
  .map((region) => `    ${JSON.stringify(region)}`)
writeFileSync(
  new URL('finland-nuts3.json', import.meta.url),
  `{\n  "width": ${width},\n  "height": ${height},\n  "regions": [\n${drawn.join(',\n')}\n  ]\n}\n`,
)

/** Regions as rings of points on paper; the closing point of a ring is left out. */
function project(all) {
  // d3-geo wants clockwise outer rings on the sphere; the file follows RFC 7946.
  const polygons = (g) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates)
  const turned = all.map((f) => ({
    code: f.properties.NUTS_ID,
    polygons: polygons(f.geometry).map((rings) => rings.map((ring) => [...ring].reverse())),
  }))
  const whole = { type: 'MultiPolygon', coordinates: turned.flatMap((region) => region.polygons) }
  const onPaper = geoConicConformal()
    .parallels([60, 69])
    .rotate([-26, 0])
    .fitExtent([[6, 6], [width - 6, height - 6]], whole)
  return turned.map((region) => {
    const rings = region.polygons.flat().map((ring) => ring.slice(0, -1).map((point) => onPaper(point)))
    const largest = Math.max(...rings.map(area))
    return { code: region.code, rings: rings.filter((ring) => area(ring) >= Math.min(islet, largest)) }
  })
}

/** Gives every ring the corners that its neighbours have on the same border. */
function sew(all) {
  const grid = new Map()
  const square = ([x, y]) => `${Math.floor(x / cell)},${Math.floor(y / cell)}`
  for (const region of all)
    for (const point of region.rings.flat())
      grid.set(square(point), [...(grid.get(square(point)) ?? []), { point, owner: region.code }])

  const along = (a, b) => {
    const found = []
    const [left, right] = [Math.min(a[0], b[0]) - cell, Math.max(a[0], b[0]) + cell]
    const [top, bottom] = [Math.min(a[1], b[1]) - cell, Math.max(a[1], b[1]) + cell]
    for (let x = left; x <= right + cell; x += cell)
      for (let y = top; y <= bottom + cell; y += cell) found.push(...(grid.get(square([x, y])) ?? []))
    return found
  }

  for (const region of all)
    region.rings = region.rings.map((ring) => {
      const seen = new Set(ring.map(key))
      return ring.flatMap((a, i) => {
        const b = ring[(i + 1) % ring.length]
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
        const length = Math.hypot(dx, dy)
        const extra = along(a, b).flatMap(({ point, owner }) => {
          if (owner === region.code || length === 0) return []
          const at = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length ** 2
          const off = Math.abs((point[0] - a[0]) * dy - (point[1] - a[1]) * dx) / length
          return at > 0 && at < 1 && off < sewing ? [{ at, point }] : []
        })
        extra.sort((m, n) => m.at - n.at)
        const fresh = extra.filter(({ point }) => !seen.has(key(point)) && seen.add(key(point)))
        return [a, ...fresh.map(({ point }) => point)]
      })
    })
}

/** For each corner: which corners it is joined to, and whose it is. */
function neighbourhood(all) {
  const found = new Map()
  for (const region of all)
    for (const ring of region.rings)
      ring.forEach((point, i) => {
        const entry = found.get(key(point)) ?? { joined: new Set(), owners: new Set() }
        entry.joined.add(key(ring[(i + 1) % ring.length])).add(key(ring.at(i - 1)))
        entry.owners.add(region.code)
        found.set(key(point), entry)
      })
  return found
}

/** Cuts a ring where its neighbour changes, thins each piece once for both sides, joins the pieces. */
function thinRing(ring) {
  const cuts = ring.flatMap((_, i) => (isJunction(ring, i) ? [i] : []))
  if (cuts.length < 2) return thin([...ring, ring[0]], 4).slice(0, -1)
  return cuts.flatMap((start, n) => {
    const end = cuts[(n + 1) % cuts.length]
    const piece = end > start ? ring.slice(start, end + 1) : [...ring.slice(start), ...ring.slice(0, end + 1)]
    const name = piece.map(key).join(' ')
    if (!arcs.has(name)) {
      const thinned = thin(piece, 2)
      arcs.set(name, thinned)
      arcs.set(piece.toReversed().map(key).join(' '), thinned.toReversed())
    }
    return arcs.get(name).slice(0, -1)
  })
}

function isJunction(ring, i) {
  const sides = [ring.at(i - 1), ring[(i + 1) % ring.length]]
  const { joined, owners } = corners.get(key(ring[i]))
  const same = (point) => [...corners.get(key(point)).owners].join() === [...owners].join()
  return joined.size !== 2 || !sides.every(same)
}

/** Visvalingam and Whyatt (1993): drops the corner with the smallest triangle until all are large enough. */
function thin(points, least) {
  const kept = [...points]
  while (kept.length > least) {
    const sizes = kept.slice(1, -1).map((point, i) => area([kept[i], point, kept[i + 2]]))
    const smallest = Math.min(...sizes)
    if (smallest >= flat) break
    kept.splice(sizes.indexOf(smallest) + 1, 1)
  }
  return kept
}

/** An SVG path in relative steps of a tenth of a pixel. */
function draw(ring) {
  const [first, ...rest] = ring.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)])
  let [x, y] = first
  const steps = rest.flatMap((to) => {
    const step = `${(to[0] - x) / 10},${(to[1] - y) / 10}`
    ;[x, y] = to
    return step === '0,0' ? [] : [step]
  })
  const path = `M${first[0] / 10},${first[1] / 10}l${steps.join(' ')}z`
  return path.replaceAll(/[ ,]-/g, '-').replaceAll(/(?<!\d)0\./g, '.')
}

function area(ring) {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]
    return sum + x * nextY - y * nextX
  }, 0)
  return Math.abs(twice / 2)
}

function key([x, y]) {
  return `${x.toFixed(2)},${y.toFixed(2)}`
}
