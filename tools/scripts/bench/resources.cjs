// Loaded into a process to note, when it ends, its largest resident set in KiB and its processor time in milliseconds.
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  appendFileSync(process.env.RESOURCES_FILE, `${maxRSS} ${(userCPUTime + systemCPUTime) / 1000}\n`);
});
