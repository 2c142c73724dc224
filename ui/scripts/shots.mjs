// Takes pictures of screens against the fake host, and runs axe on each: `npm run shots -- [name=path?query@size]…`
// The browser is found at $CHROMIUM or where Debian puts it.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// As the window with `freezePrototype`.
const FREEZE = "Object.freeze(Object.prototype);";
const SIZES = { desktop: [1280, 800], phone: [390, 844], medium: [1024, 768] };
const ALL = [
  "jobs=/jobs?@desktop",
  "jobs-dark=/jobs?theme=dark@desktop",
  "jobs-en=/jobs?lang=en@desktop",
  "jobs-medium=/jobs?@medium",
  "jobs-phone=/jobs?@phone",
  "jobs-phone-en-dark=/jobs?lang=en&theme=dark@phone",
  "jobs-empty=/jobs?host=empty@desktop",
  "jobs-error=/jobs?host=error@desktop",
  "nearby=/jobs/nearby?location=allowed@desktop",
  "nearby-phone=/jobs/nearby?location=allowed@phone",
  "nearby-ask=/jobs/nearby?@desktop",
  "nearby-ask-phone-en=/jobs/nearby?lang=en@phone",
  "nearby-refused-phone=/jobs/nearby?location=refused@phone",
  "privacy=/me/permissions?as=applicant&location=allowed@desktop",
  "privacy-en-dark=/me/permissions?as=applicant&location=refused&lang=en&theme=dark@desktop",
  "privacy-phone=/me/permissions?as=applicant@phone",
  "record-phone=/me/record?as=applicant@phone",
  "visibility=/resume/visibility?as=applicant&do=visibility-public,preview-who-staff@desktop",
  "visibility-en-dark=/resume/visibility?as=applicant&lang=en&theme=dark@desktop",
  "visibility-phone=/resume/visibility?as=applicant@phone",
  "visibility-preview-phone=/resume/visibility/preview?as=applicant&do=preview-who-stranger@phone",
  "visibility-offline=/resume/visibility?as=applicant&host=offline@desktop",
  "blocks=/resume/visibility/blocks?as=applicant&do=block-paste@desktop",
  "blocks-phone-en=/resume/visibility/blocks?as=applicant&lang=en@phone",
  "looks=/resume/visibility/looks?as=applicant@desktop",
  "links=/resume/visibility/links?as=applicant@desktop",
  "channels=/resume/visibility/channels?as=applicant@desktop",
  "apply-form=/jobs/01930002-0000-7000-8000-000000000006?as=applicant&do=apply,apply-form-phone@desktop",
  "apply-form-phone-en-dark=/jobs/01930002-0000-7000-8000-000000000006?as=applicant&do=apply,apply-form-phone&lang=en&theme=dark@phone",
  "apply-mailed=/jobs/01930002-0000-7000-8000-000000000006?as=applicant&do=apply@desktop",
  "mailbox=/company/mailbox?as=recruiter@desktop",
  "mailbox-phone-en-dark=/company/mailbox?as=recruiter&lang=en&theme=dark@phone",
  "erasures=/company/erasures?as=recruiter@desktop",
  "erasures-phone-en-dark=/company/erasures?as=recruiter&lang=en&theme=dark@phone",
  "call-phone-en-dark=/candidates/search?as=recruiter&lang=en&theme=dark&do=resume-hit,resume-call,virtual-number-play@phone",
  "links-phone-en-dark=/resume/visibility/links?as=applicant&lang=en&theme=dark@phone",
  "introduction-phone=/introduction?as=applicant@phone",
  "recommended=/candidates?as=recruiter&do=candidates-recommended@desktop",
  "recommended-phone-en=/candidates?as=recruiter&do=candidates-recommended&lang=en@phone",
  "looks-empty-phone=/resume/visibility/looks?as=seeker@phone",
  "resumes=/candidates/search?as=recruiter&do=resume-hit@desktop",
  "staff-reason=/candidates?as=staff@desktop",
  "staff-reason-phone-en-dark=/candidates?as=staff&lang=en&theme=dark@phone",
  "resumes-en-dark=/candidates/search?as=recruiter&lang=en&theme=dark&do=resume-hit,ask-contact@desktop",
  "resumes-phone=/candidates/search?as=recruiter@phone",
  "resumes-error=/candidates/search?as=recruiter&host=error@medium",
  "requests=/messages/requests?as=applicant@desktop",
  "messages-staff=/messages?as=applicant&do=conversation-row,key:ArrowDown,key:ArrowDown,key:Enter@desktop",
  "messages-ended-phone-en-dark=/messages?as=applicant&lang=en&theme=dark&do=conversation-row,thread-end,thread-end-confirm@phone",
  "desk-messages=/messages?as=desk&do=conversation-row@desktop",
  "desk-messages-shut-phone=/messages?as=staff&do=key:Escape@phone",
  "requests-phone-en-dark=/messages/requests?as=applicant&lang=en&theme=dark@phone",
  "jobs-loading=/jobs?host=slow@desktop",
];

const wanted = process.argv.slice(2);
const shots = wanted.length > 0 ? wanted : ALL;
const port = 4173 + (process.pid % 500);
const server = spawn(
  "npx",
  ["vite", "preview", "--mode", "browser", "--outDir", "dist-browser", "--port", String(port)],
  { stdio: "ignore", detached: true },
);
const base = `http://127.0.0.1:${port}`;
for (let tries = 0; tries < 100; tries += 1) {
  try {
    await fetch(base);
    break;
  } catch {
    await wait(100);
  }
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
let failed = false;
mkdirSync("screenshots", { recursive: true });
try {
  for (const shot of shots) {
    const [, name, path, query, size] = /^([^=]+)=([^?@]*)\??([^@]*)@(\w+)$/.exec(shot) ?? [];
    const [width, height] = SIZES[size] ?? SIZES.desktop;
    const page = await browser.newPage({
      viewport: { width, height },
      locale: "zh-CN",
      hasTouch: size === "phone",
      isMobile: size === "phone",
      deviceScaleFactor: size === "phone" ? 2 : 1,
    });
    page.on("console", (message) => message.type() === "error" && console.log(`${name}: ${message.text()}`));
    page.on("pageerror", (error) => console.log(`${name}: ${error.message}`));
    await page.addInitScript(FREEZE);
    // `do=` presses elements by test id, in order, types after a colon, presses keys: `do=search-input:数据,sort,key:Escape`.
    const params = new URLSearchParams(query.replaceAll("+", "%2B"));
    await page.goto(`${base}/?${params}#${path}`, { waitUntil: "networkidle" });
    for (const id of (params.get("do") ?? "").split(",").filter(Boolean)) {
      const [target, typed] = id.split(":");
      if (target === "key") {
        await page.keyboard.press(typed);
        await wait(250);
        continue;
      }
      const element = page.getByTestId(target).first();
      if (typed === undefined) await element.click({ timeout: 3_000 });
      else await element.pressSequentially(typed);
      await wait(250);
    }
    await wait(250);
    await page.screenshot({ path: `screenshots/${name}.png` });
    // Past the page's own policy, as the inspector is; it reads, and changes nothing.
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }),
    );
    for (const violation of violations) {
      failed = true;
      console.log(
        `${name}: axe ${violation.id} (${violation.impact}): ${violation.nodes
          .slice(0, 3)
          .map((node) => `${node.target} ${node.failureSummary?.replaceAll("\n", " ")}`)
          .join(" | ")}`,
      );
    }
    await page.close();
  }
} finally {
  await browser.close();
  process.kill(-server.pid);
}
process.exitCode = failed ? 1 : 0;
