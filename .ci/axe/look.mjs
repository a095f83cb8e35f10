// Opens pages in Chromium, in light and in dark, and fails when axe finds a fault in one, or when one shows a dialog,
// asks for anything or complains. Pages after --attacks are opened only, since axe takes minutes over a long page.
// Pages after --walk are the front pages of sites: from each, with scripts off, every link is followed to its page.
// usage: node look.mjs PAGE.html… [--walk INDEX.html…] [--attacks PAGE.html…]
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function look(browser, file, colorScheme, withAxe = true) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const address = pathToFileURL(path.resolve(file)).href;
    const seen = [];
    page.on("dialog", dialog => { seen.push("dialog " + dialog.message()); dialog.dismiss(); });
    page.on("request", request => { if (request.url() !== address) seen.push("request " + request.url()); });
    page.on("console", message => seen.push("console " + message.text()));
    page.on("pageerror", error => seen.push("error " + error));
    await page.goto(address, { waitUntil: "networkidle" });
    if (!withAxe) {
        await context.close();
        return { seen, passes: 0 };
    }
    // Goes around the page's own content security policy, which forbids every script.
    await page.evaluate(axe + ";0");
    const result = await page.evaluate(values => axe.run({ runOnly: { type: "tag", values } }), tags);
    await context.close();
    for (const violation of result.violations) {
        seen.push("axe " + violation.id + ": " + violation.help + " (" + violation.nodes.length + ") "
            + violation.nodes[0].html.slice(0, 200));
    }
    return { seen, passes: result.passes.length };
}

// A site that needs no scripts shows everything, and leads everywhere, in a browser that runs none.
async function walk(browser, index) {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const seen = [];
    const root = pathToFileURL(path.dirname(path.resolve(index))).href + "/";
    page.on("request", request => { if (!request.url().startsWith(root)) seen.push("request " + request.url()); });
    page.on("requestfailed", request => seen.push("not there: " + request.url()));
    const open = [pathToFileURL(path.resolve(index)).href];
    const known = new Set(open);
    while (open.length > 0) {
        const address = open.pop();
        await page.goto(address);
        const text = await page.locator("main").innerText();
        if ((await page.locator("h1").count()) !== 1 || text.length < 100) seen.push("an empty page: " + address);
        if ((await page.locator("script").count()) > 0) seen.push("a script: " + address);
        for (const link of await page.locator("a[href]").all()) {
            const href = await link.getAttribute("href");
            const target = new URL(href, address);
            target.hash = "";
            if (target.protocol === "file:" && target.pathname.endsWith(".html") && !known.has(target.href)) {
                known.add(target.href);
                open.push(target.href);
            }
        }
    }
    await context.close();
    return { seen, pages: known.size };
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
let failed = false;
try {
    // A check that finds nothing in a bad page would prove nothing in a good one.
    const bad = path.join(fs.mkdtempSync(path.join(process.env.TMPDIR || "/tmp", "axe-")), "bad.html");
    fs.writeFileSync(bad, "<title>Bad</title><img src=x.png onerror=alert(1)><p style='color:#aaa;background:#fff'>pale");
    const faults = (await look(browser, bad, "light")).seen.join("\n");
    fs.rmSync(path.dirname(bad), { recursive: true });
    for (const fault of ["axe image-alt", "axe html-has-lang", "axe color-contrast", "dialog 1", "request "]) {
        if (!faults.includes(fault)) {
            console.error("The planted fault was not seen: " + fault + "\n" + faults);
            failed = true;
        }
    }
    const pages = process.argv.slice(2);
    const after = option => (pages.includes(option) ? pages.splice(pages.indexOf(option)).slice(1) : []);
    const attacks = after("--attacks");
    const sites = after("--walk");
    const told = (what, seen) => {
        console.log(what + ", " + seen.length + " faults");
        seen.slice(0, 20).forEach(fault => console.error("  " + fault));
        failed ||= seen.length > 0;
    };
    for (const file of pages) {
        for (const scheme of ["light", "dark"]) {
            const { seen, passes } = await look(browser, file, scheme);
            told(path.basename(file) + ", " + scheme + ": " + passes + " checks passed", seen);
            failed ||= passes < 15;
        }
    }
    for (const file of sites) {
        const { seen, pages: walked } = await walk(browser, file);
        told(file + ": " + walked + " pages walked without scripts", seen);
        failed ||= walked < 10;
    }
    for (const file of attacks) {
        told(path.basename(file) + ": opened", (await look(browser, file, "light", false)).seen);
    }
} finally {
    await browser.close();
}
process.exit(failed ? 1 : 0);
