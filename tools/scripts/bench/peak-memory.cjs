// Loaded into a process to note its largest resident set, in KiB, when it ends.
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  appendFileSync(process.env.PEAK_MEMORY_FILE, `${process.resourceUsage().maxRSS}\n`);
});
