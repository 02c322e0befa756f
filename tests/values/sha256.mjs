// SHA-256 in plain JavaScript, held to Node's: lengths around the ends of blocks, and more than one megabyte.

import { deepStrictEqual } from "node:assert";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { run } from "../run.mjs";

// As text, because the folder it is in declares no modules.
const script = readFileSync(new URL("../../assets/embed/sha256.js", import.meta.url), "utf8");
const { plain } = await import(`data:text/javascript,${encodeURIComponent(script)}`);

const tests = {};
for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 1_234_567]) {
  tests[`${length} bytes`] = () => {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 7);
    deepStrictEqual(Buffer.from(plain(bytes).buffer).toString("hex"), createHash("sha256").update(bytes).digest("hex"));
  };
}
run(tests);
