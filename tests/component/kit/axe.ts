import axe from 'axe-core';

/** Rules that a screen breaks, each with the element. Contrast needs a real page: it is held by `tokens.test.tsx`. */
export async function faultsOf(root: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html}`));
}
