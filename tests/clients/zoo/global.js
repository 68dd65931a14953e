// Draft.js 0.11 is older than `globalThis`.
globalThis.global = globalThis;
