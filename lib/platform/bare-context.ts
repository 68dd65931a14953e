/** Takes the place of WXT's own context in guards, which use none: see `wxt.config.ts`. */
export class ContentScriptContext {}
