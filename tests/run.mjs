// Runs tests by name, and counts them as cargo's harness does.

/// Runs each, names those that fail, and ends with one line.
export function run(tests) {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      test();
    } catch (error) {
      failed += 1;
      console.log(`${name}: ${error.message}`);
    }
  }
  console.log(`test result: ${failed ? "FAILED" : "ok"}. ${Object.keys(tests).length - failed} passed; ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
