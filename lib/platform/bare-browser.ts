/** Takes the place of `wxt/browser` in content scripts: see `wxt.config.ts`. */
export const browser: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
